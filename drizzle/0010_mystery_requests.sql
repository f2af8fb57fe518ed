ALTER TABLE "assessments" ADD COLUMN "request_terms" jsonb DEFAULT '{"reply":20,"extension":20,"correction":7,"thirdParty":15,"enquiry":5}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "mystery_requests" ADD COLUMN "refused_on" text;--> statement-breakpoint
ALTER TABLE "mystery_requests" ADD COLUMN "consulted_on" text;--> statement-breakpoint
ALTER TABLE "mystery_requests" ADD COLUMN "consultation_ended_on" text;