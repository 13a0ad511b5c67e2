package io.patchbay.importing;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by the name of a header, parameter or field whether its value is a secret. */
final class SecretWords {

  private static final int LONGEST = 100;
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(.*[-_. ]|)(x?-?api[-_.]?keys?|app(lication)?[-_]?key|auth(orization)?[-_]?(token|key)"
              + "|(access|refresh|id|session|security|private|api|personal|bearer|master|auth)[-_]?token"
              + "|subscription[-_]?key|functions?[-_]?key|(client|app|consumer|shared)?[-_]?secret"
              + "|secret[-_]?key|private[-_]?key|access[-_]?key|token|password|passwd|pwd|passphrase"
              + "|credential|mbx[-_]?apikey|jwt|signature|sig)([-_]?value)?");
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i).*(apikey|ApiKey|accessToken|authToken|refreshToken|clientSecret|secretKey|privateKey|Password)");
  private static final Set<String> HARMLESS =
      Set.of(
          "idempotency-key",
          "next_token",
          "nexttoken",
          "page_token",
          "pagetoken",
          "continuation-token",
          "continuationtoken",
          "max_tokens",
          "csrf-token");
  private static final Set<String> SHORT_QUERY =
      Set.of("key", "auth", "appid", "app_id", "code", "k", "apitoken");
  private static final Pattern SESSION =
      Pattern.compile(
          "(?i).*(sess|sid$|auth|token|jwt|login|remember|secur|passport|identity|\\.aspnet|laravel|connect\\.sid|csrf|xsrf).*");
  private static final Pattern LIKE_A_KEY =
      Pattern.compile("(?=.*\\d)(?=.*[A-Za-z])[\\w.+/=~-]{16,}");

  private SecretWords() {}

  static boolean isHeader(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return name.length() <= LONGEST
        && !HARMLESS.contains(lower)
        && (SECRET.matcher(name).matches()
            || JOINED.matcher(name).matches()
            || ((lower.endsWith("-key") || lower.endsWith("-token"))
                && !lower.startsWith("idempotency")));
  }

  static boolean isQuery(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (HARMLESS.contains(lower) || name.length() > LONGEST) {
      return false;
    }
    return SECRET.matcher(name).matches()
        || JOINED.matcher(name).matches()
        || (SHORT_QUERY.contains(lower)
            && value.length() <= 1_000
            && LIKE_A_KEY.matcher(value).matches())
        || (lower.equals("key") && Placeholders.isOnly(value) && !value.isEmpty());
  }

  /** Within a body. */
  static boolean isField(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return name.length() <= LONGEST
        && !HARMLESS.contains(lower)
        && (SECRET.matcher(name).matches() || JOINED.matcher(name).matches());
  }

  static boolean isSessionCookie(String name) {
    return name.length() <= LONGEST && SESSION.matcher(name).matches();
  }
}
