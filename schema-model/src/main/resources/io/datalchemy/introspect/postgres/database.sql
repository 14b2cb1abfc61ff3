SELECT current_database() AS database,
       current_user AS username,
       current_setting('server_version_num')::int AS version
