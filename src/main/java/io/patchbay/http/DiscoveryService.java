package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.InvalidException;
import io.patchbay.credential.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Asks authorization servers for their addresses, so that nobody has to type them. */
@Service
public class DiscoveryService {

  private static final Logger log = LoggerFactory.getLogger(DiscoveryService.class);
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DocumentFetcher fetcher;
  private final Cache<String, Boolean> namesItself =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofHours(1)).build();

  DiscoveryService(DocumentFetcher fetcher) {
    this.fetcher = fetcher;
  }

  /**
   * What the server says of itself.
   *
   * @param issuerOrUrl the issuer, with or without {@code https://}, or the address of the document
   * @throws InvalidException saying what was tried and what went wrong
   */
  public Discovery discover(Access access, String issuerOrUrl) {
    access.require(Role.EDITOR);
    return discover(issuer(issuerOrUrl));
  }

  /** Whether answers of that server have to name it; false as well when it cannot be asked. */
  boolean namesItself(@Nullable String issuer) {
    if (issuer == null) {
      return false;
    }
    try {
      return namesItself.get(issuer, known -> discover(issuer(known)).issParameter());
    } catch (InvalidException e) {
      log.info("It is not known whether answers of {} name it: {}", issuer, e.getMessage());
      return false;
    }
  }

  private Discovery discover(URI issuer) {
    var failures = new ArrayList<String>();
    for (var address : addresses(issuer)) {
      try {
        return DiscoveryDocument.read(
            fetcher.fetch(address, null, PATIENCE), address, issuer.toString());
      } catch (InvalidException e) {
        failures.add(e.problems().getFirst().message());
      }
    }
    throw DiscoveryDocument.refused(
        "The addresses could not be discovered. "
            + String.join(" ", new LinkedHashSet<>(failures)));
  }

  /** RFC 8414 puts its word between host and path, OpenID Connect after the path; some do both. */
  private static Set<String> addresses(URI issuer) {
    var host = issuer.getScheme() + "://" + issuer.getRawAuthority();
    var path = issuer.getRawPath() == null ? "" : issuer.getRawPath().replaceFirst("/+$", "");
    return new LinkedHashSet<>(
        List.of(host + OAUTH + path, host + path + OPENID, host + OPENID + path));
  }

  /** The issuer that is meant: of the address of a document, what is left without its word. */
  private static URI issuer(String text) {
    var stripped = text.strip();
    var absolute = stripped.contains("://") ? stripped : "https://" + stripped;
    try {
      var uri = new URI(absolute.replace(OAUTH, "").replace(OPENID, ""));
      var _ = Origin.of(uri);
      if (uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (URISyntaxException | InvalidException _) {
      // said below
    }
    throw DiscoveryDocument.refused(
        "'%s' is no issuer; it looks like https://login.example.com or https://login.example.com/tenant."
            .formatted(stripped));
  }
}
