CREATE TABLE "comment_reviews" (
	"survey_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"question" text NOT NULL,
	"redacted" text NOT NULL,
	"published" boolean NOT NULL,
	"reviewed_by" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_reviews_survey_id_response_id_question_pk" PRIMARY KEY("survey_id","response_id","question")
);
--> statement-breakpoint
CREATE TABLE "day_keys" (
	"day" text PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"survey_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"title" text NOT NULL,
	"invited" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitations_survey_id_id_pk" PRIMARY KEY("survey_id","id")
);
--> statement-breakpoint
CREATE TABLE "paper_entries" (
	"survey_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"sheet" text NOT NULL,
	"entry" integer NOT NULL,
	"unit_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"keyed_by" uuid NOT NULL,
	"keyed_at" timestamp with time zone NOT NULL,
	"response_id" uuid,
	CONSTRAINT "paper_entries_survey_id_channel_sheet_entry_pk" PRIMARY KEY("survey_id","channel","sheet","entry")
);
--> statement-breakpoint
CREATE TABLE "questionnaire_versions" (
	"survey_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"questionnaire" jsonb NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "questionnaire_versions_survey_id_version_pk" PRIMARY KEY("survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "survey_channels" (
	"survey_id" uuid NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"group" text,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"paused" boolean NOT NULL,
	"quota" integer,
	"proof" boolean NOT NULL,
	"secret_hash" text,
	"position" integer NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "survey_channels_survey_id_code_pk" PRIMARY KEY("survey_id","code")
);
--> statement-breakpoint
CREATE TABLE "survey_counts" (
	"survey_id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"method_hash" text NOT NULL,
	"counted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_hours" (
	"survey_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"unit_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"responses" integer NOT NULL,
	CONSTRAINT "survey_hours_survey_id_hour_unit_id_channel_state_pk" PRIMARY KEY("survey_id","hour","unit_id","channel","state")
);
--> statement-breakpoint
CREATE TABLE "survey_tallies" (
	"survey_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"channel" text NOT NULL,
	"state" text NOT NULL,
	"group" text NOT NULL,
	"received" integer NOT NULL,
	"tally" jsonb NOT NULL,
	CONSTRAINT "survey_tallies_survey_id_unit_id_version_channel_state_group_pk" PRIMARY KEY("survey_id","unit_id","version","channel","state","group")
);
--> statement-breakpoint
CREATE TABLE "survey_tokens" (
	"survey_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"invitation_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"holder" text NOT NULL,
	"email" text,
	"unit_id" uuid,
	"used" boolean NOT NULL,
	"claim" "bytea",
	"revoked" boolean NOT NULL,
	CONSTRAINT "survey_tokens_survey_id_hash_pk" PRIMARY KEY("survey_id","hash")
);
--> statement-breakpoint
ALTER TABLE "survey_responses" DROP CONSTRAINT "survey_responses_idempotency_key";--> statement-breakpoint
DROP INDEX "survey_responses_unit_idx";--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "sequence" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "survey_responses_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "channel" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "pattern" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "state" text DEFAULT 'counted' NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "signs" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "once" "bytea";--> statement-breakpoint
-- Keys that were stored as they came are kept as digests from here on: see `once` in the schema.
UPDATE "survey_responses" SET "once" = sha256(convert_to('answer:' || "idempotency_key", 'UTF8')) WHERE "idempotency_key" IS NOT NULL;--> statement-breakpoint
-- Every survey had one way to answer: its open link.
INSERT INTO "survey_channels" ("survey_id", "code", "kind", "name_zh", "name_en", "paused", "proof", "position", "revision") SELECT "id", 'open', 'open', '公开链接', 'Open link', false, true, 1, 1 FROM "surveys";--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "origin" "bytea";--> statement-breakpoint
ALTER TABLE "survey_responses" ADD COLUMN "seconds" integer;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "margins" jsonb;--> statement-breakpoint
ALTER TABLE "comment_reviews" ADD CONSTRAINT "comment_reviews_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reviews" ADD CONSTRAINT "comment_reviews_reviewed_by_users_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_keyed_by_users_id_fk" FOREIGN KEY ("keyed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_versions" ADD CONSTRAINT "questionnaire_versions_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_channels" ADD CONSTRAINT "survey_channels_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_counts" ADD CONSTRAINT "survey_counts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_hours" ADD CONSTRAINT "survey_hours_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_hours" ADD CONSTRAINT "survey_hours_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tallies" ADD CONSTRAINT "survey_tallies_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tallies" ADD CONSTRAINT "survey_tallies_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tokens" ADD CONSTRAINT "survey_tokens_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_tokens" ADD CONSTRAINT "survey_tokens_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_entries_keyed_by_idx" ON "paper_entries" USING btree ("survey_id","keyed_by");--> statement-breakpoint
CREATE INDEX "survey_responses_sequence_idx" ON "survey_responses" USING btree ("survey_id","sequence");--> statement-breakpoint
ALTER TABLE "survey_responses" DROP COLUMN "idempotency_key";--> statement-breakpoint
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_once_key" UNIQUE("survey_id","once");