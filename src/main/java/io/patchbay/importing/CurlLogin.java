package io.patchbay.importing;

import java.util.List;
import java.util.Optional;

/** How a command of curl authenticates where its headers do not say: by what the server asks. */
final class CurlLogin {

  private CurlLogin() {}

  /** Nothing for what becomes a header, such as Basic. */
  static Optional<Login> of(List<CurlOption> options) {
    String user = text(options, "user").orElse("");
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    String password = colon < 0 ? "" : user.substring(colon + 1);
    Optional<String> aws = text(options, "aws-sigv4");
    if (aws.isPresent()) {
      return Optional.of(aws(aws.get().split(":", -1), name, password));
    }
    if (isOn(options, "digest")) {
      return Optional.of(Login.digest(name, password));
    }
    boolean hasOther = !user.isEmpty() || text(options, "oauth2-bearer").isPresent();
    return text(options, "cert").filter(_ -> !hasOther).map(_ -> Login.certificate());
  }

  /** The option says provider, provider's header prefix, region and service. */
  private static Login aws(String[] words, String accessKeyId, String secretAccessKey) {
    return Login.aws(word(words, 2), word(words, 3), accessKeyId, secretAccessKey, null);
  }

  private static String word(String[] words, int at) {
    return words.length > at ? words[at] : "";
  }

  private static boolean isOn(List<CurlOption> options, String name) {
    return options.stream().anyMatch(option -> option.name().equals(name) && option.on());
  }

  private static Optional<String> text(List<CurlOption> options, String name) {
    return options.stream()
        .filter(option -> option.name().equals(name))
        .reduce((_, last) -> last)
        .map(CurlOption::text);
  }
}
