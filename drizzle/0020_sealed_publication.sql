CREATE TABLE "publication_packages" (
	"publication_id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"demonstration" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "licence" jsonb DEFAULT '{"name":"CC-BY-4.0","title":"Creative Commons Attribution 4.0","path":"https://creativecommons.org/licenses/by/4.0/"}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "publication_packages" ADD CONSTRAINT "publication_packages_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What tells that a publication may be removed is in the publication itself: the mark of its assessment can be changed.
CREATE OR REPLACE FUNCTION refuse_delete_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.snapshot #>> '{facts,demonstration}') = 'true' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'publications is append-only: DELETE refused' USING ERRCODE = 'restrict_violation';
END;
$$;--> statement-breakpoint
CREATE FUNCTION refuse_delete_of_publication_package() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.demonstration AND EXISTS (
    SELECT 1 FROM publications WHERE id = OLD.publication_id AND (snapshot #>> '{facts,demonstration}') = 'true'
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'publication_packages is append-only: DELETE refused' USING ERRCODE = 'restrict_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER publication_packages_no_update BEFORE UPDATE ON publication_packages FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER publication_packages_no_delete BEFORE DELETE ON publication_packages FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_publication_package();--> statement-breakpoint
CREATE TRIGGER publication_packages_no_truncate BEFORE TRUNCATE ON publication_packages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- The address of what is published begins with the assessment's, and says whether it is real.
CREATE FUNCTION refuse_change_of_published_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.slug, NEW.year, NEW.demonstration) IS DISTINCT FROM (OLD.id, OLD.slug, OLD.year, OLD.demonstration)
    AND EXISTS (SELECT 1 FROM publications WHERE assessment_id = OLD.id) THEN
    RAISE EXCEPTION 'assessments: what is published keeps its address' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;--> statement-breakpoint
CREATE TRIGGER assessments_published_keep_address BEFORE UPDATE OF id, slug, year, demonstration ON assessments FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_assessment();--> statement-breakpoint
-- Also in a session that calls itself a replica, in which other triggers rest.
ALTER TABLE publications ENABLE ALWAYS TRIGGER publications_no_update;--> statement-breakpoint
ALTER TABLE publications ENABLE ALWAYS TRIGGER publications_no_delete;--> statement-breakpoint
ALTER TABLE publications ENABLE ALWAYS TRIGGER publications_no_truncate;--> statement-breakpoint
ALTER TABLE publication_packages ENABLE ALWAYS TRIGGER publication_packages_no_update;--> statement-breakpoint
ALTER TABLE publication_packages ENABLE ALWAYS TRIGGER publication_packages_no_delete;--> statement-breakpoint
ALTER TABLE publication_packages ENABLE ALWAYS TRIGGER publication_packages_no_truncate;
