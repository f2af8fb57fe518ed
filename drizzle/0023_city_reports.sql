CREATE TABLE "city_report_publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"sealed" text NOT NULL,
	"sha256" text NOT NULL,
	"reason" text NOT NULL,
	"demonstration" boolean NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "city_report_publications_year_version_key" UNIQUE("year","version")
);
--> statement-breakpoint
CREATE TABLE "city_reports" (
	"year" integer PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL,
	"bindings" jsonb NOT NULL,
	"demonstration" boolean NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "city_report_publications" ADD CONSTRAINT "city_report_publications_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "city_reports" ADD CONSTRAINT "city_reports_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A published report stays as it was published; what tells that it may be removed is in the report itself.
CREATE FUNCTION refuse_delete_of_city_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.demonstration AND (OLD.sealed::jsonb ->> 'demonstration') = 'true' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'city_report_publications is append-only: DELETE refused' USING ERRCODE = 'restrict_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER city_report_publications_no_update BEFORE UPDATE ON city_report_publications FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER city_report_publications_no_delete BEFORE DELETE ON city_report_publications FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_city_report();--> statement-breakpoint
CREATE TRIGGER city_report_publications_no_truncate BEFORE TRUNCATE ON city_report_publications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
ALTER TABLE city_report_publications ENABLE ALWAYS TRIGGER city_report_publications_no_update;--> statement-breakpoint
ALTER TABLE city_report_publications ENABLE ALWAYS TRIGGER city_report_publications_no_delete;--> statement-breakpoint
ALTER TABLE city_report_publications ENABLE ALWAYS TRIGGER city_report_publications_no_truncate;
