DROP INDEX "ratings_state_idx";--> statement-breakpoint
CREATE INDEX "ratings_blank_idx" ON "ratings" USING btree ("assessment_id","unit_id","slot","indicator_id","marks") WHERE "ratings"."state" = 'scored' and "ratings"."reason" = '';--> statement-breakpoint
CREATE INDEX "scores_state_idx" ON "scores" USING btree ("assessment_id","unit_id","indicator_id","state","marks","updated_at");--> statement-breakpoint
CREATE INDEX "scores_blank_idx" ON "scores" USING btree ("assessment_id","unit_id","indicator_id","marks") WHERE "scores"."state" = 'scored' and "scores"."reason" = '';--> statement-breakpoint
CREATE INDEX "ratings_state_idx" ON "ratings" USING btree ("assessment_id","unit_id","slot","indicator_id","state","marks");