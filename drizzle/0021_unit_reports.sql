CREATE TABLE "report_terms" (
	"year" integer PRIMARY KEY NOT NULL,
	"county_day" text,
	"department_day" text,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_report_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"report" jsonb NOT NULL,
	"url" text,
	"published_on" text,
	"how" text NOT NULL,
	"edited" boolean NOT NULL,
	"source" jsonb,
	"file_sha256" text,
	"reason" text NOT NULL,
	"filed_by" uuid NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"demonstration" boolean NOT NULL,
	CONSTRAINT "unit_report_versions_key" UNIQUE("unit_id","year","version")
);
--> statement-breakpoint
CREATE TABLE "unit_reports" (
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"draft" jsonb NOT NULL,
	"url" text,
	"published_on" text,
	"source" jsonb,
	"source_sha256" text,
	"edited" boolean DEFAULT false NOT NULL,
	"reading" jsonb,
	"reading_sha256" text,
	"demonstration" boolean NOT NULL,
	"revision" integer NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "unit_reports_unit_id_year_pk" PRIMARY KEY("unit_id","year")
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "report_year" integer;--> statement-breakpoint
ALTER TABLE "report_terms" ADD CONSTRAINT "report_terms_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_report_versions" ADD CONSTRAINT "unit_report_versions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_report_versions" ADD CONSTRAINT "unit_report_versions_file_sha256_files_sha256_fk" FOREIGN KEY ("file_sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_report_versions" ADD CONSTRAINT "unit_report_versions_filed_by_users_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD CONSTRAINT "unit_reports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD CONSTRAINT "unit_reports_source_sha256_files_sha256_fk" FOREIGN KEY ("source_sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD CONSTRAINT "unit_reports_reading_sha256_files_sha256_fk" FOREIGN KEY ("reading_sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_reports" ADD CONSTRAINT "unit_reports_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unit_report_versions_year_idx" ON "unit_report_versions" USING btree ("year","unit_id","version" desc);--> statement-breakpoint
CREATE FUNCTION refuse_delete_of_unit_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.demonstration THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'unit_report_versions is append-only: DELETE refused' USING ERRCODE = 'restrict_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER unit_report_versions_no_update BEFORE UPDATE ON unit_report_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER unit_report_versions_no_delete BEFORE DELETE ON unit_report_versions FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_unit_report();--> statement-breakpoint
CREATE TRIGGER unit_report_versions_no_truncate BEFORE TRUNCATE ON unit_report_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
