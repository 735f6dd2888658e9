package dev.foyer.tests.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a server keeps its data; tests look at Foyer's rows with it.
 *
 * @param vendor what Keycloak calls this kind of database
 * @param server the address of all databases of the server, to which a name is added
 */
public record Database(String vendor, String server, String name, String user, String password) {

    private static final int LONGEST_WAIT_SECONDS = 180;

    public String url() {
        return server + name;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user, password);
    }

    /** Another database on the same server, kept between runs except for Foyer's tables. */
    Database beside(String other) {
        if (column("select 1 from pg_database where datname = ?", other).isEmpty()) {
            execute("create database " + other);
        }
        Database database = new Database(vendor, server, other, user, password);
        database.dropFoyer();
        return database;
    }

    void dropFoyer() {
        execute("""
                do $$
                declare name text;
                begin
                  for name in select tablename from pg_tables where tablename like '%foyer%' loop
                    execute 'drop table ' || quote_ident(name) || ' cascade';
                  end loop;
                end $$""");
    }

    /** The first column of every row, as text; {@code null} stays {@code null}. */
    public List<String> column(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row, as soon as there is one. */
    public List<String> await(String sql, Object... parameters) {
        for (int seconds = 0; seconds < LONGEST_WAIT_SECONDS; seconds++) {
            List<String> rows = column(sql, parameters);
            if (!rows.isEmpty()) {
                return rows;
            }
            column("select pg_sleep(1)");
        }
        throw new IllegalStateException("Never came: " + sql);
    }

    /** Changes rows behind the server's back, as another node would. */
    public void update(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (statement.executeUpdate() == 0) {
                throw new IllegalStateException("No row: " + sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** PostgreSQL plans from now on as if it had counted Foyer's tables when all of their rows had just been removed. */
    public void countedWhileEmptied() {
        column("""
                select pg_restore_relation_stats('schemaname', nspname::text, 'relname', relname::text,
                    'relpages', 1000, 'reltuples', 0::real)
                from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                where relname like 'foyer%' and relkind in ('r', 'i')""");
    }

    void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
