CREATE TABLE "report_archive_parts" (
	"archive_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"unit" text,
	"filename" text NOT NULL,
	"file_sha256" text,
	"made_at" timestamp with time zone,
	CONSTRAINT "report_archive_parts_archive_id_position_pk" PRIMARY KEY("archive_id","position")
);
--> statement-breakpoint
CREATE TABLE "report_archives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"lease" uuid,
	"lease_until" timestamp with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "report_archive_parts" ADD CONSTRAINT "report_archive_parts_archive_id_report_archives_id_fk" FOREIGN KEY ("archive_id") REFERENCES "public"."report_archives"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_archive_parts" ADD CONSTRAINT "report_archive_parts_file_sha256_files_sha256_fk" FOREIGN KEY ("file_sha256") REFERENCES "public"."files"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_archives" ADD CONSTRAINT "report_archives_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_archives" ADD CONSTRAINT "report_archives_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "report_archives_publication_key" ON "report_archives" USING btree ("publication_id","format") WHERE "report_archives"."state" in ('working', 'done');--> statement-breakpoint
CREATE INDEX "report_archives_due_idx" ON "report_archives" USING btree ("lease_until") WHERE "report_archives"."state" = 'working';