package io.patchbay.ui.designer.inspector;

/** Policies in words, from their names and values in documents. */
final class PolicyWords {

  private static final int MS_PER_SECOND = 1_000;
  private static final int BYTES_PER_KIB = 1_024;

  private PolicyWords() {}

  static String title(String name) {
    return switch (name) {
      case "connectMs" -> "Connect within";
      case "tlsMs" -> "TLS within";
      case "responseMs" -> "Answer within";
      case "totalMs" -> "All within";
      case "retries" -> "Retries";
      case "maxResponseBytes" -> "Largest answer";
      case "retry" -> "Retrying";
      case "rateLimit" -> "Rate limit";
      case "circuitBreaker" -> "Circuit breaker";
      case "pagination" -> "Pagination";
      default -> name;
    };
  }

  static String value(String name, String text) {
    if (name.endsWith("Ms") && isNumber(text)) {
      int ms = Integer.parseInt(text);
      return ms % MS_PER_SECOND == 0 ? "%,d s".formatted(ms / MS_PER_SECOND) : ms + " ms";
    }
    if (name.endsWith("Bytes") && isNumber(text)) {
      return "%,d KiB".formatted(Integer.parseInt(text) / BYTES_PER_KIB);
    }
    return text.replaceAll("[{}\"]", "").replace(":", " ").replace(",", ", ");
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,9}");
  }
}
