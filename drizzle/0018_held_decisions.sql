CREATE TABLE "held_decisions" (
	"survey_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"responses" jsonb NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "held_decisions_survey_id_id_pk" PRIMARY KEY("survey_id","id")
);
--> statement-breakpoint
ALTER TABLE "held_decisions" ADD CONSTRAINT "held_decisions_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_decisions" ADD CONSTRAINT "held_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_decisions_decided_at_idx" ON "held_decisions" USING btree ("survey_id","decided_at");--> statement-breakpoint
CREATE INDEX "held_decisions_decided_by_idx" ON "held_decisions" USING btree ("decided_by");