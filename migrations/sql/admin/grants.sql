SELECT core.shut_grants('admin');

GRANT USAGE ON SCHEMA admin TO mdi_any, mdi_api, mdi_accounts, mdi_worker;

GRANT SELECT, INSERT (id, person_id, login, jobs),
      UPDATE (jobs, is_active, must_change, password_set_at, disabled_at, disabled_reason, last_login_at)
    ON admin.account TO mdi_api;
GRANT SELECT, INSERT (id, account_id, station, device_info), UPDATE (last_activity_at, ended_at, end_reason)
    ON admin.desk_session TO mdi_api;
GRANT SELECT ON admin.setting TO mdi_api;
GRANT INSERT ON admin.audit_log TO mdi_api;

GRANT SELECT ON admin.account TO mdi_admin;
GRANT SELECT (id, account_id, user_type, station, device_info, location, ip_address, user_agent, admin_level, created_at,
              last_activity_at, expires_at, ended_at, end_reason, actions_performed, is_suspicious, security_flags)
    ON admin.desk_session TO mdi_admin;
GRANT SELECT ON admin.setting TO mdi_admin;
GRANT SELECT ON admin.audit_log TO mdi_auditor, mdi_manager;
