ALTER TABLE "mail_outbox" ADD COLUMN "id" uuid;--> statement-breakpoint
UPDATE "mail_outbox" SET "id" = "message_id";--> statement-breakpoint
ALTER TABLE "mail_outbox" DROP CONSTRAINT "mail_outbox_pkey";--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD PRIMARY KEY ("id");--> statement-breakpoint
ALTER TABLE "mail_outbox" ALTER COLUMN "message_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "survey_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "token_hash" "bytea";--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_message_key" UNIQUE("message_id");--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_token_key" UNIQUE("survey_id","token_hash");