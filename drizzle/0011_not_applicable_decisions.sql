CREATE TABLE "not_applicable_decisions" (
	"assessment_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"indicator_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "not_applicable_decisions_assessment_id_unit_id_indicator_id_pk" PRIMARY KEY("assessment_id","unit_id","indicator_id")
);
--> statement-breakpoint
ALTER TABLE "not_applicable_decisions" ADD CONSTRAINT "not_applicable_decisions_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_applicable_decisions" ADD CONSTRAINT "not_applicable_decisions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_applicable_decisions" ADD CONSTRAINT "not_applicable_decisions_indicator_id_indicators_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "not_applicable_decisions" ADD CONSTRAINT "not_applicable_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;