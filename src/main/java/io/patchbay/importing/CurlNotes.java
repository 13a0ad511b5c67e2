package io.patchbay.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the options of a command say about things that are set in the API instead. */
final class CurlNotes {

  /** Ways to authenticate that need an answer of the server, or sign the request. */
  static final Set<String> OTHER_AUTH =
      Set.of("digest", "ntlm", "ntlm-wb", "negotiate", "anyauth", "aws-sigv4");

  private static final String TLS =
      "%s is not taken; set certificates and trust in the authentication of the API.";
  private static final String PROXY = "%s is not taken; proxies are set by the operator.";
  private static final Map<String, String> NOTES = new LinkedHashMap<>();

  static {
    NOTES.put(
        "insecure",
        "%s is not taken: certificates are always checked; trust the server's authority in the"
            + " settings of the API instead.");
    NOTES.put(
        "cert",
        "%s names a client certificate, which is not read here: upload it with its key under Credentials, Certificates, and choose it in the authentication of the API.");
    for (String name : List.of("cacert", "capath")) {
      NOTES.put(name, TLS);
    }
    for (String name : List.of("pinnedpubkey", "ciphers", "tls-max", "crlfile")) {
      NOTES.put(name, TLS);
    }
    for (String name :
        List.of(
            "proxy", "proxy-user", "preproxy", "socks5", "socks5-hostname", "socks4", "socks4a")) {
      NOTES.put(name, PROXY);
    }
    for (String name : List.of("resolve", "connect-to", "unix-socket", "interface", "doh-url")) {
      NOTES.put(name, "%s is not taken; calls go where the address leads.");
    }
    for (String name : List.of("ntlm", "ntlm-wb", "negotiate", "anyauth")) {
      NOTES.put(name, "%s: choose this way to authenticate in the API; it is not prefilled.");
    }
    for (String name : List.of("netrc", "netrc-file", "netrc-optional")) {
      NOTES.put(name, "%s reads a password from a file, which is not read here; add a credential.");
    }
    NOTES.put(
        "upload-file", "%s sends a file, which is not read here; the method takes its content.");
    NOTES.put("etag-compare", "%s reads a file, which is not read here.");
  }

  private CurlNotes() {}

  static List<String> of(List<CurlOption> options) {
    List<String> notes = new ArrayList<>();
    for (var option : options) {
      String note = NOTES.get(option.name());
      if (note != null && option.on()) {
        notes.add(note.formatted("--" + option.name()));
      }
      if (option.name().equals("cookie")
          && !option.text().isEmpty()
          && !option.text().contains("=")) {
        notes.add("--cookie names a file of cookies, which is not read here.");
      }
      if (option.name().equals("header") && !option.text().matches("(?s)[^:;]+[:;].*|@.*")) {
        notes.add("A header has no colon; curl does not send it either.");
      }
    }
    return notes.stream().distinct().toList();
  }
}
