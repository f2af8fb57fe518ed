ALTER TABLE "assessments" ADD COLUMN "published" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "assessments" SET "published" = true
  WHERE EXISTS (SELECT 1 FROM "publications" WHERE "publications"."assessment_id" = "assessments"."id");
