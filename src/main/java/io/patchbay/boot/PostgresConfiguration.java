package io.patchbay.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of the embedded database: closed to the network, durable, modest on two cores. */
final class PostgresConfiguration {

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "60"),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("shared_buffers", "128MB"),
          Map.entry("max_wal_size", "1GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("jit", "off"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_checkpoints", "off"),
          // Statements and key values may hold what a sender posted; they stay out of the log.
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"));

  private PostgresConfiguration() {}

  static void write(Path data, int port, Map<String, String> overrides) throws IOException {
    var settings = new LinkedHashMap<>(SETTINGS);
    settings.putAll(overrides);
    settings.put("port", String.valueOf(port));
    var lines =
        settings.entrySet().stream()
            .map(e -> e.getKey() + " = '" + e.getValue() + "'")
            .sorted()
            .collect(Collectors.joining("\n"));
    Files.writeString(
        data.resolve("postgresql.conf"),
        """
        # Written by Patchbay at every start. Your own settings go to ../postgresql.conf.
        %s
        include_if_exists = '../postgresql.conf'
        """
            .formatted(lines));
    Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
  }
}
