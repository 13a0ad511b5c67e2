package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of curl into options, by the rules of curl 7.88 and with its refusals. */
final class CurlOptions {

  private static final String WITH_VALUE =
      """
      abstract-unix-socket alt-svc aws-sigv4 cacert capath cert=E cert-type ciphers config=K
      connect-timeout connect-to continue-at=C cookie=b cookie-jar=c create-file-mode crlfile
      curves data=d data-ascii data-binary data-raw data-urlencode delegation dns-interface
      dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header=D egd-file engine
      etag-compare etag-save expect100-timeout form=F form-string ftp-account
      ftp-alternative-to-user ftp-method ftp-port=P ftp-ssl-ccc-mode happy-eyeballs-timeout-ms
      header=H hostpubmd5 hostpubsha256 hsts interface json keepalive-time key key-type krb
      libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize
      max-redirs max-time=m netrc-file noproxy oauth2-bearer output=o output-dir parallel-max
      pass pinnedpubkey preproxy proto proto-default proto-redir proxy=x proxy-cacert
      proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header
      proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name
      proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user=U
      proxy1.0 pubkey quote=Q random-file range=r rate referer=e request=X request-target
      resolve retry retry-delay retry-max-time sasl-authzid service-name socks4 socks4a socks5
      socks5-gssapi-service socks5-hostname speed-limit=Y speed-time=y stderr telnet-option=t
      tftp-blksize time-cond=z tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace
      trace-ascii unix-socket upload-file=T url url-query user=u user-agent=A write-out=w
      """;
  private static final String FLAGS =
      """
      help=h anyauth append=a basic cert-status compressed compressed-ssh create-dirs crlf
      digest disable=q disable-eprt disable-epsv disallow-username-in-url doh-cert-status
      doh-insecure fail=f fail-early fail-with-body false-start form-escape ftp-create-dirs
      ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control get=G globoff=g
      haproxy-protocol head=I http0.9 http1.0=0 http1.1 http2 http2-prior-knowledge http3
      http3-only ignore-content-length include=i insecure=k ipv4=4 ipv6=6
      junk-session-cookies=j list-only=l location=L location-trusted mail-rcpt-allowfails
      manual=M metalink negotiate netrc=n netrc-optional next=: alpn buffer=N clobber
      keepalive npn progress-meter sessionid ntlm ntlm-wb parallel=Z parallel-immediate
      path-as-is post301 post302 post303 progress-bar=# proxy-anyauth proxy-basic proxy-digest
      proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast
      proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel=p raw remote-header-name=J
      remote-name=O remote-name-all remote-time=R remove-on-error retry-all-errors
      retry-connrefused sasl-ir show-error=S silent=s socks5-basic socks5-gssapi
      socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd
      ssl-revoke-best-effort sslv2=2 sslv3=3 styled-output suppress-connect-headers
      tcp-fastopen tcp-nodelay tftp-no-options tlsv1=1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3
      tr-encoding trace-time use-ascii=B verbose=v version=V xattr
      """;

  /** Options that came after 7.88; they are known but no abbreviation of theirs is. */
  private static final Map<String, Boolean> NEWER =
      Map.ofEntries(
          Map.entry("variable", true),
          Map.entry("ech", true),
          Map.entry("ip-tos", true),
          Map.entry("vlan-priority", true),
          Map.entry("haproxy-clientip", true),
          Map.entry("trace-config", true),
          Map.entry("ipfs-gateway", true),
          Map.entry("keepalive-cnt", true),
          Map.entry("sigalgs", true),
          Map.entry("parallel-max-host", true),
          Map.entry("trace-ids", false),
          Map.entry("ca-native", false),
          Map.entry("proxy-ca-native", false),
          Map.entry("proxy-http2", false),
          Map.entry("skip-existing", false),
          Map.entry("mptcp", false),
          Map.entry("tls-earlydata", false),
          Map.entry("follow", false),
          Map.entry("out-null", false));

  private static final Map<Character, String> LETTERS = new LinkedHashMap<>();
  private static final Map<String, Boolean> TAKES_VALUE = new LinkedHashMap<>();

  static {
    register(WITH_VALUE, true);
    register(FLAGS, false);
  }

  private final List<List<CurlOption>> groups = new ArrayList<>();
  private List<CurlOption> group = new ArrayList<>();
  private final List<String> arguments;
  private int at;

  private CurlOptions(List<String> arguments) {
    this.arguments = arguments;
  }

  private static void register(String table, boolean takesValue) {
    for (String entry : table.strip().split("\\s+")) {
      String[] nameAndLetter = entry.split("=");
      TAKES_VALUE.put(nameAndLetter[0], takesValue);
      if (nameAndLetter.length > 1) {
        LETTERS.put(nameAndLetter[1].charAt(0), nameAndLetter[0]);
      }
    }
  }

  /**
   * The options, one list for each part that {@code --next} separates; addresses are options named
   * {@code url}.
   *
   * @throws InvalidException as curl refuses
   */
  static List<List<CurlOption>> parse(List<String> arguments) {
    var options = new CurlOptions(arguments);
    options.parse();
    return options.groups;
  }

  private void parse() {
    boolean still = true;
    for (at = 0; at < arguments.size(); at++) {
      String word = arguments.get(at);
      if (!still || !word.startsWith("-")) {
        group.add(new CurlOption("url", word, true));
      } else if (word.equals("--")) {
        still = false;
      } else if (word.startsWith("--")) {
        longOption(word.substring(2));
      } else {
        letters(word);
      }
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
  }

  private void longOption(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean on = !lower.startsWith("no-");
    String name = full(on ? lower : lower.substring(3), word);
    boolean takesValue = takesValue(name);
    if (takesValue && !on) {
      throw refused("curl has no option --%s.".formatted(shown(word)));
    }
    add(name, takesValue ? nextArgument("--" + name) : null, on);
  }

  private static boolean takesValue(String name) {
    Boolean newer = NEWER.get(name);
    return newer == null ? TAKES_VALUE.getOrDefault(name, false) : newer;
  }

  private static String full(String name, String word) {
    if (TAKES_VALUE.containsKey(name) || NEWER.containsKey(name)) {
      return name;
    }
    Set<String> hits = new LinkedHashSet<>();
    TAKES_VALUE.keySet().stream().filter(known -> known.startsWith(name)).forEach(hits::add);
    if (hits.size() == 1) {
      return hits.iterator().next();
    }
    int equals = word.indexOf('=');
    if (equals > 0 && TAKES_VALUE.containsKey(word.substring(0, equals).toLowerCase(Locale.ROOT))) {
      throw refused(
          "curl does not take --%1$s=…; write the value behind a space: --%1$s …"
              .formatted(word.substring(0, equals)));
    }
    throw refused(
        hits.isEmpty()
            ? "curl has no option --%s.".formatted(shown(word))
            : "--%s is ambiguous; it could be --%s."
                .formatted(shown(word), String.join(" or --", hits)));
  }

  /** Without a value that stands behind an equals sign. */
  private static String shown(String word) {
    String name = word.split("=", 2)[0];
    return name.length() > 30 ? name.substring(0, 30) + "…" : name;
  }

  private void letters(String word) {
    if (word.length() == 1) {
      throw refused("A '-' alone is no option and no address.");
    }
    for (int i = 1; i < word.length(); i++) {
      String name = LETTERS.get(word.charAt(i));
      if (name == null) {
        throw refused("curl has no option -%s.".formatted(word.charAt(i)));
      }
      if (takesValue(name)) {
        String rest = word.substring(i + 1);
        add(name, rest.isEmpty() ? nextArgument("-" + word.charAt(i)) : rest, true);
        return;
      }
      add(name, null, !name.equals("buffer"));
    }
  }

  private String nextArgument(String option) {
    if (++at >= arguments.size()) {
      throw refused("%s needs a value behind it.".formatted(option));
    }
    return arguments.get(at);
  }

  private void add(String name, @Nullable String value, boolean on) {
    if (!name.equals("next")) {
      group.add(new CurlOption(name, value, on));
    } else if (group.stream().anyMatch(option -> option.name().equals("url"))) {
      groups.add(group);
      group = new ArrayList<>();
    }
  }

  private static InvalidException refused(String message) {
    return new InvalidException("", message);
  }

  /** All names, for tests. */
  static List<String> names() {
    return Arrays.asList(TAKES_VALUE.keySet().toArray(String[]::new));
  }
}
