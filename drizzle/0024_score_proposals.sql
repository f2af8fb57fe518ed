CREATE TABLE "score_proposals" (
	"assessment_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"report_version_id" uuid NOT NULL,
	"rules" integer NOT NULL,
	"input" jsonb NOT NULL,
	"marks" numeric(20, 10) NOT NULL,
	"outcome" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "score_proposals_assessment_id_unit_id_indicator_id_slot_pk" PRIMARY KEY("assessment_id","unit_id","indicator_id","slot")
);
--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "judge" text;--> statement-breakpoint
ALTER TABLE "score_proposals" ADD CONSTRAINT "score_proposals_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_proposals" ADD CONSTRAINT "score_proposals_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_proposals" ADD CONSTRAINT "score_proposals_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_proposals" ADD CONSTRAINT "score_proposals_report_version_id_unit_report_versions_id_fk" FOREIGN KEY ("report_version_id") REFERENCES "public"."unit_report_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_proposals" ADD CONSTRAINT "score_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Frozen versions say by what their leaves can be judged from now on: nothing else of them changes. A leaf of the notice of
-- 2020 that kept its code and the items of its rule is judged as that of the template.
ALTER TABLE "indicators" DISABLE TRIGGER "indicators_frozen";--> statement-breakpoint
UPDATE "indicators" SET "judge" = known.judge
  FROM (VALUES
    ('B1-1', 'report-on-time', 'levels', ARRAY['in-time', 'late', 'none']),
    ('B2-1', 'report-sections', 'items', ARRAY['section', 'prompt']),
    ('B2-2', 'report-tables', 'items', ARRAY['table', 'row-or-column', 'blank-cells']),
    ('B3-1', 'report-identities', 'items', ARRAY['identity']),
    ('B3-2', 'report-consistency', 'items', ARRAY['carried-over', 'text']),
    ('B4-1', 'report-accountability', 'points', ARRAY['appraisal', 'social', 'accountability']),
    ('B4-2', 'report-improvement', 'levels', ARRAY['specific', 'copied'])
  ) AS known (code, judge, part, codes)
 WHERE "indicators"."code" = known.code
   AND ARRAY(SELECT entry ->> 'code' FROM jsonb_array_elements(coalesce("indicators"."rule" -> known.part, '[]')) AS entry) @> known.codes;--> statement-breakpoint
ALTER TABLE "indicators" ENABLE TRIGGER "indicators_frozen";
