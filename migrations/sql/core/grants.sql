SELECT core.shut_grants('core');

GRANT USAGE ON SCHEMA core TO mdi_any, mdi_api, mdi_accounts, mdi_sessions, mdi_worker;

GRANT SELECT, INSERT, UPDATE (result, replays) ON core.operation TO mdi_api;
GRANT SELECT (op_id, kind, login, performed_by, uploaded_by, station, result, occurred_at, recorded_at, replays)
    ON core.operation TO mdi_auditor;
GRANT SELECT, INSERT ON core.change TO mdi_api;
GRANT SELECT ON core.public_key TO mdi_api;
GRANT SELECT ON core.alembic_version TO mdi_api;
