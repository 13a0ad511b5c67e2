package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.SecurityScheme;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemeChoiceTest {

  private static SecurityScheme scheme(String json) {
    return Json.readDocument(json.replace('\'', '"'), SecurityScheme.class);
  }

  @Test
  void takesOverTheKindAndThePlaceOfAKey() {
    assertThat(SchemeChoice.auth(scheme("{'type':'apiKey','in':'query','name':'key'}")))
        .contains(new Auth.ApiKey(null, Auth.ApiKey.In.QUERY, "key"));
    assertThat(SchemeChoice.auth(scheme("{'type':'http','scheme':'Basic'}")))
        .contains(new Auth.Basic(null));
    assertThat(
            SchemeChoice.auth(
                scheme("{'type':'oauth2','flows':{'clientCredentials':{'tokenUrl':'x'}}}")))
        .contains(new Auth.OAuth2ClientCredentials(null, List.of()));
  }

  @Test
  void usesATokenFromElsewhereWhereTheFlowNeedsAPerson() {
    assertThat(
            SchemeChoice.auth(
                scheme("{'type':'oauth2','flows':{'authorizationCode':{'tokenUrl':'x'}}}")))
        .contains(new Auth.Bearer(null));
  }

  @Test
  void saysSoWhereItCannotFollow() {
    assertThat(SchemeChoice.auth(scheme("{'type':'http','scheme':'digest'}"))).isEmpty();
    assertThat(SchemeChoice.auth(scheme("{'type':'mutualTLS'}"))).isEmpty();
  }
}
