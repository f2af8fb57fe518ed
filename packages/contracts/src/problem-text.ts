/** What is said of a problem. `{name}` is filled in. */
export interface ProblemText {
  readonly status: number;
  readonly zh: { readonly title: string; readonly detail: string };
  readonly en: { readonly title: string; readonly detail: string };
}
