package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.api.EffectiveCall.Level;
import io.patchbay.api.EffectiveCall.Node;
import io.patchbay.api.EffectiveCall.Part;
import io.patchbay.api.EffectiveCall.Subject;
import io.patchbay.common.Ids;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.SignRecipe;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectiveCallTest {

  private static final Api API =
      Json.readDocument(
          """
          name: Shop
          baseUrl: https://shop.example/v1
          auth: {kind: bearer, credential: usual}
          headers: {X-Who: api}
          policies: {totalMs: 9000, retries: 1}
          customizations:
            - {kind: headers, name: Trace, set: {X-Trace: '{{ run.id }}'}, remove: [accept]}
            - {kind: policy, policies: {totalMs: 8000}}
          methods:
            - name: get
              path: /x
              headers: {x-who: method}
              policies: {retries: 0}
              customizations: [{kind: clientCertificate, certificate: erp}]
          """,
          Api.class);

  private final EffectiveCall call =
      EffectiveCall.of(
          API,
          API.methods().getFirst(),
          List.of(
              new Node("other", "Another key", new Customization.Credential(null, "other", null)),
              new Node("sign", "sign", new Customization.Sign(null, "key", SignRecipe.EMPTY))));

  @Test
  void laterLevelsWin() {
    assertThat(call.parts(Subject.HEADER))
        .extracting(Part::name, Part::text, Part::level, Part::isOverridden)
        .contains(
            tuple("Accept", "application/json, */*;q=0.8", Level.PATCHBAY, true),
            tuple("X-Who", "api", Level.API, true),
            tuple("x-who", "method", Level.METHOD, false));
    assertThat(holding(Subject.POLICY)).contains("totalMs 8000 API", "retries 0 METHOD");
    assertThat(holding(Subject.POLICY)).contains("connectMs 5000 PATCHBAY").hasSize(6);
    assertThat(holding(Subject.AUTH)).containsExactly("bearer other FLOW");
    assertThat(holding(Subject.CERTIFICATE)).containsExactly("certificate erp METHOD");
    assertThat(holding(Subject.ADDRESS)).containsExactly("baseUrl https://shop.example/v1 API");
  }

  @Test
  void customizationsStandInTheirOrder() {
    assertThat(call.parts(Subject.CUSTOMIZATION))
        .extracting(Part::name, Part::text, Part::level, Part::step)
        .containsExactly(
            tuple("Trace", "sets X-Trace; removes accept", Level.API, null),
            tuple("policy", "totalMs 8000", Level.API, null),
            tuple("clientCertificate", "shows 'erp'", Level.METHOD, null),
            tuple("Another key", "uses 'other'", Level.FLOW, "other"),
            tuple("sign", "signs with 'key'", Level.FLOW, "sign"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth: {kind: clientCertificate, certificate: usual}",
        "tls: {certificate: usual}"
      })
  void theCertificateOfTheEnvironmentTakesThePlaceOfTheApis(String usual) {
    var api =
        Json.readDocument(
            """
            name: Shop
            baseUrl: https://shop.example
            %s
            environments: {live: {certificate: live-erp}}
            methods: [{name: get, path: /x}]
            """
                .formatted(usual),
            Api.class);
    var ids = new Ids(InstantSource.system());
    var workspace = new WorkspaceId(ids.next());
    var stored =
        new StoredApi(
            new ApiId(ids.next()), new ApiRef(null, "shop"), api, 1, Instant.EPOCH, "", null, null);
    var live = EffectiveApi.of(stored, "live", true, api.environments().get("live"), Map.of());
    var method = api.methods().getFirst();
    var target = new Targeting(workspace, "live", Map.of()).target(stored, api, method, null);

    assertThat(live.certificate())
        .isEqualTo(
            new EffectiveSetting("live-erp", "usual", EffectiveSetting.From.API_IN_ENVIRONMENT));
    assertThat(holding(EffectiveCall.of(api, method, live, List.of()), Subject.CERTIFICATE))
        .containsExactly("certificate live-erp ENVIRONMENT");
    assertThat(holding(EffectiveCall.of(api, method, List.of()), Subject.CERTIFICATE))
        .containsExactly("certificate usual API");
    assertThat(target.api().certificateName()).contains("live-erp");
  }

  private List<String> holding(Subject subject) {
    return holding(call, subject);
  }

  private static List<String> holding(EffectiveCall call, Subject subject) {
    return call.parts(subject).stream()
        .filter(part -> !part.isOverridden())
        .map(part -> "%s %s %s".formatted(part.name(), part.text(), part.level()))
        .toList();
  }
}
