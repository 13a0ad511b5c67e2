package io.patchbay.boot;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the operator that the server is up, where, and how long it took. */
@Component
class ReadyMessage {

  private static final Logger log = LoggerFactory.getLogger("patchbay");

  private final Settings settings;
  private final ObjectProvider<BuildProperties> build;

  ReadyMessage(Settings settings, ObjectProvider<BuildProperties> build) {
    this.settings = settings;
    this.build = build;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    var version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("(unpacked)");
    var seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    log.info("Patchbay {} is ready on {} in {} s", version, settings.publicUrl(), format(seconds));
    log.info(
        "Data: {}, database: {}",
        settings.dataDir(),
        settings.database().map(DatabaseAddress::display).orElse("embedded PostgreSQL"));
  }

  private static String format(double seconds) {
    return String.format(Locale.ROOT, "%.1f", seconds);
  }
}
