import type { IncomingMessage } from 'node:http';
import type { ApiClient } from '#lib/api/client.ts';
import type { Session } from '#lib/api/session.ts';
import type { SearchEntry } from '#lib/frame/search.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { GivenPage } from '#lib/survey/ask-page.ts';
import type { Theme } from '#lib/theme/theme.ts';

declare global {
  namespace App {
    interface Error {
      /** Machine-readable code of the API's problem document, where there was one. */
      code?: string;
      /** What support staff ask for; the same id is in the server's log. */
      requestId?: string;
    }

    interface Locals {
      /** Typed client of `/api/v1`, acting as the person who made this request. */
      api: ApiClient;
      session: Session;
      locale: Locale;
      theme: Theme;
      requestId: string;
      /** `Set-Cookie` headers that the API answered with; passed on to the browser. */
      setCookies: string[];
      /** Whether the page is made as for nobody, whoever is signed in. */
      anonymous: boolean;
      /** True where something is missing from the page that another request may find. */
      passing: boolean;
      /** What a page of a survey was given; null on other pages. */
      surveyPage: GivenPage | null;
    }

    interface PageData {
      session: Session;
      theme: Theme;
      /** Units and indicators of the assessment one is in, for the search of the top bar. */
      searchEntries?: SearchEntry[];
      /** Id of the form that the switch of languages sends, so that what is in it comes along. */
      carries?: string | undefined;
    }

    interface Platform {
      req: IncomingMessage & {
        /** Put there by the server when the API runs in the same process. */
        apiFetch?: (request: Request) => Response | Promise<Response>;
        /** Put there where the server would keep the page for everybody who asks for the same. */
        keepPage?: (page: {
          readonly html: string;
          readonly headers: Readonly<Record<string, string>>;
        }) => void;
      };
    }
  }
}

export {};
