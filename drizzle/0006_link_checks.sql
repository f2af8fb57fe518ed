CREATE TABLE "link_checks" (
	"assessment_id" uuid NOT NULL,
	"url_sha256" text NOT NULL,
	"url" text NOT NULL,
	"state" text NOT NULL,
	"status" integer,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "link_checks_assessment_id_url_sha256_pk" PRIMARY KEY("assessment_id","url_sha256")
);
--> statement-breakpoint
ALTER TABLE "link_checks" ADD CONSTRAINT "link_checks_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE cascade ON UPDATE no action;