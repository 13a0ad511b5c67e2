package io.patchbay.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.SecurityScheme;
import io.patchbay.credential.Auth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthOptionTest {

  @Test
  void offersAllSchemesWithTheProposedOneFirst() {
    Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    schemes.put("login", scheme("http", null, null, "basic"));
    schemes.put("key", scheme("apiKey", "header", "X-Key", null));
    schemes.put("cert", scheme("mutualTLS", null, null, null));
    var api =
        Api.of("A", "a", "https://a.example")
            .with(parts -> {
              parts.securitySchemes = schemes;
              parts.auth = new Auth.ApiKey(null, Auth.ApiKey.In.HEADER, "X-Key");
            });

    assertThat(AuthOption.of(api))
        .extracting(AuthOption::label)
        .containsExactly(
            "key, API key in header X-Key", "login, Basic", "cert, Client certificate", "None");
  }

  @Test
  void keepsTheScopesOfTheProposal() {
    var oauth =
        new SecurityScheme(
            "oauth2",
            null,
            null,
            null,
            null,
            null,
            Map.of(
                "clientCredentials",
                new SecurityScheme.OAuthFlow(null, "https://a.example/token", null, Map.of())),
            null);
    var api =
        Api.of("A", "a", "https://a.example")
            .with(parts -> {
              parts.securitySchemes = Map.of("oauth", oauth);
              parts.auth = new Auth.OAuth2ClientCredentials(null, List.of("read"));
            });

    assertThat(AuthOption.of(api).getFirst().auth())
        .isEqualTo(new Auth.OAuth2ClientCredentials(null, List.of("read")));
  }

  @Test
  void offersWhatASourceWithoutSchemesDid() {
    var api = Api.of("A", "a", "https://a.example").withAuth(new Auth.Bearer(null));

    assertThat(AuthOption.of(api))
        .extracting(AuthOption::label)
        .containsExactly("As in the source: Bearer token", "None");
  }

  private static SecurityScheme scheme(String type, String in, String name, String scheme) {
    return new SecurityScheme(type, null, in, name, scheme, null, Map.of(), null);
  }
}
