package io.patchbay.boot;

import io.patchbay.common.StartUpRefused;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints one sentence instead of a stack trace when the reason is the operator's to remove. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class StartUpReporter implements SpringBootExceptionReporter {

  public StartUpReporter(@Nullable ConfigurableApplicationContext context) {
    // the signature that Spring Boot looks for
  }

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      var sentence = sentence(cause);
      if (sentence != null) {
        System.err.println("Patchbay does not start: " + sentence);
        return true;
      }
    }
    return false;
  }

  private static @Nullable String sentence(Throwable cause) {
    return switch (cause) {
      case StartUpRefused refused -> refused.getMessage();
      case PortInUseException inUse ->
          "Port %d is already in use; stop the program that uses it or choose another with PATCHBAY_PORT."
              .formatted(inUse.getPort());
      case FlywayException flyway ->
          "The schema of the database cannot be brought up to date: "
              + String.valueOf(flyway.getMessage()).strip();
      default -> null;
    };
  }
}
