package io.patchbay.http;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.credential.OAuthClient.ClientAuth;
import io.patchbay.credential.Origin;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the metadata of an authorization server, RFC 8414 and OpenID Connect Discovery 1.0. */
final class DiscoveryDocument {

  private static final int LARGEST = 1024 * 1024;

  private final JsonNode document;
  private final String address;

  private DiscoveryDocument(JsonNode document, String address) {
    this.document = document;
    this.address = address;
  }

  /**
   * @throws InvalidException saying in one sentence why it is of no use
   */
  static Discovery read(FetchedDocument fetched, String address, String expectedIssuer) {
    return new DiscoveryDocument(parse(fetched.content(), address), address).read(expectedIssuer);
  }

  private static JsonNode parse(byte[] content, String address) {
    if (content.length > LARGEST) {
      throw refused("%s is longer than such documents are.".formatted(address));
    }
    try {
      var node = Json.MAPPER.readTree(new String(content, StandardCharsets.UTF_8));
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException _) {
      // said below
    }
    throw refused("%s is no JSON object.".formatted(address));
  }

  private Discovery read(String expectedIssuer) {
    var issuer = text("issuer");
    if (issuer == null) {
      throw refused("%s names no issuer.".formatted(address));
    }
    if (!same(issuer, expectedIssuer)) {
      throw refused(
          "%s says that it is of the issuer %s. If you trust that one, enter it."
              .formatted(address, issuer));
    }
    var tokenUrl = endpoint("token_endpoint", document);
    if (tokenUrl == null) {
      throw refused("%s names no token endpoint.".formatted(address));
    }
    return new Discovery(
        issuer,
        endpoint("authorization_endpoint", document),
        tokenUrl,
        endpoint("token_endpoint", document.path("mtls_endpoint_aliases")),
        clientAuths(),
        texts("scopes_supported"),
        grantTypes(),
        texts("code_challenge_methods_supported").contains("S256"),
        document.path("authorization_response_iss_parameter_supported").asBoolean(false),
        address);
  }

  /** A slash at the end, which people leave out or add, makes no other server. */
  private static boolean same(String issuer, String expected) {
    return withoutSlash(issuer).equals(withoutSlash(expected));
  }

  private static String withoutSlash(String issuer) {
    return issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
  }

  /** Absent by the standards means {@code client_secret_basic}. */
  private List<ClientAuth> clientAuths() {
    var said = texts("token_endpoint_auth_methods_supported");
    return said.isEmpty()
        ? List.of(ClientAuth.BASIC)
        : said.stream().flatMap(DiscoveryDocument::clientAuth).distinct().toList();
  }

  private static Stream<ClientAuth> clientAuth(String name) {
    return switch (name) {
      case "client_secret_basic" -> Stream.of(ClientAuth.BASIC);
      case "client_secret_post" -> Stream.of(ClientAuth.POST);
      case "private_key_jwt" -> Stream.of(ClientAuth.PRIVATE_KEY_JWT);
      case "tls_client_auth", "self_signed_tls_client_auth" -> Stream.of(ClientAuth.TLS);
      case "none" -> Stream.of(ClientAuth.NONE);
      default -> Stream.empty();
    };
  }

  private List<String> grantTypes() {
    var said = texts("grant_types_supported");
    return said.isEmpty() ? List.of("authorization_code", "implicit") : said;
  }

  private @Nullable String endpoint(String field, JsonNode in) {
    var value = in.path(field);
    if (!value.isString()) {
      return null;
    }
    try {
      var _ = Origin.of(value.stringValue());
      return value.stringValue();
    } catch (InvalidException _) {
      throw refused("%s names a %s that is no http or https address.".formatted(address, field));
    }
  }

  private @Nullable String text(String field) {
    var value = document.path(field);
    return value.isString() ? value.stringValue() : null;
  }

  private List<String> texts(String field) {
    return StreamSupport.stream(document.path(field).spliterator(), false)
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .toList();
  }

  static InvalidException refused(String sentence) {
    return new InvalidException("issuer", sentence);
  }
}
