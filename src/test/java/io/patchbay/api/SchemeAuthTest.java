package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemeAuthTest {

  private static SecurityScheme scheme(String json) {
    return Json.readDocument(json.replace('\'', '"'), SecurityScheme.class);
  }

  private static Optional<Auth> auth(String json) {
    return SchemeAuth.of(scheme(json));
  }

  @Test
  void takesOverTheKindAndThePlaceOfAKey() {
    assertThat(auth("{'type':'apiKey','in':'query','name':'key'}"))
        .contains(new Auth.ApiKey(null, Auth.ApiKey.In.QUERY, "key"));
    assertThat(auth("{'type':'http','scheme':'Basic'}")).contains(new Auth.Basic(null));
    assertThat(auth("{'type':'http','scheme':'digest'}")).contains(new Auth.Digest(null));
    assertThat(auth("{'type':'mutualTLS'}")).contains(new Auth.ClientCertificate(null));
  }

  @Test
  void prefersTheFlowThatNeedsNobody() {
    assertThat(
            auth(
                "{'type':'oauth2','flows':{'authorizationCode':{},'clientCredentials':{'tokenUrl':'x'}}}"))
        .contains(new Auth.OAuth2ClientCredentials(null, List.of()));
    assertThat(auth("{'type':'oauth2','flows':{'password':{},'authorizationCode':{}}}"))
        .contains(new Auth.OAuth2AuthorizationCode(null));
    assertThat(auth("{'type':'oauth2','flows':{'password':{}}}"))
        .contains(new Auth.OAuth2Password(null, List.of()));
    assertThat(auth("{'type':'openIdConnect','openIdConnectUrl':'https://id.example'}"))
        .contains(new Auth.OAuth2AuthorizationCode(null));
  }

  @Test
  void usesATokenFromElsewhereWhereThereIsNoSuchFlow() {
    assertThat(auth("{'type':'oauth2','flows':{'implicit':{}}}")).contains(new Auth.Bearer(null));
  }

  @Test
  void saysSoWhereItCannotFollow() {
    assertThat(auth("{'type':'http','scheme':'hoba'}")).isEmpty();
    assertThat(auth("{'type':'apiKey','in':'header'}")).isEmpty();
    assertThat(auth("{'type':'other'}")).isEmpty();
  }

  @Test
  void findsWhatTheDescriptionSaysOfTheFlow() {
    var schemes =
        Map.of(
            "one",
            scheme(
                "{'type':'oauth2','flows':{'authorizationCode':{'tokenUrl':'t','authorizationUrl':'a'}}}"));

    assertThat(SchemeAuth.flow(schemes, new Auth.OAuth2AuthorizationCode("x")))
        .map(SecurityScheme.OAuthFlow::authorizationUrl)
        .contains("a");
    assertThat(SchemeAuth.flow(schemes, new Auth.Basic("x"))).isEmpty();
  }
}
