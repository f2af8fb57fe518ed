ALTER TABLE "indicator_systems" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
-- A published version never changes: its own row and its nodes refuse it. A version that no round is pinned to may be
-- deleted whole, with its nodes.
CREATE FUNCTION refuse_change_of_frozen_system() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.frozen_at IS NOT NULL THEN
    RAISE EXCEPTION 'indicator system %@% is frozen: % refused', OLD.code, OLD.version, TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;--> statement-breakpoint
CREATE FUNCTION refuse_change_of_frozen_indicator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM indicator_systems WHERE id = OLD.system_id AND frozen_at IS NOT NULL) THEN
    RAISE EXCEPTION 'indicator % belongs to a frozen system: % refused', OLD.code, TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END;
$$;--> statement-breakpoint
CREATE TRIGGER indicator_systems_frozen BEFORE UPDATE ON indicator_systems FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_system();--> statement-breakpoint
CREATE TRIGGER indicators_frozen BEFORE UPDATE OR DELETE ON indicators FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_indicator();
