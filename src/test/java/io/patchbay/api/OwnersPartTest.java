package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a workspace that may edit a shared API cannot change in its customizations. */
class OwnersPartTest {

  private static final String KEPT =
      "{kind: headers, set: {X-A: '1'}}, {kind: credential, credential: usual}, {kind: sign, credential: key}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEPT + ", {kind: credential, credential: admin}",
        KEPT + ", {kind: clientCertificate, certificate: root}",
        KEPT + ", {kind: sign, credential: other}",
        KEPT + ", {kind: headers, set: {Host: evil.example}}",
        "{kind: credential, credential: admin}, {kind: sign, credential: key}",
        ""
      })
  void secretsAndSiteStayTheOwners(String wanted) {
    assertThat(problems(wanted)).containsExactly("customizations");
    assertThat(methodProblems(wanted)).containsExactly("customizations");
  }

  @Test
  void allElseMayBeEdited() {
    var wanted =
        "{kind: query, set: {q: '2'}}, {kind: credential, name: Named, credential: usual}, {kind: sign, credential: key}";

    assertThat(problems(wanted)).isEmpty();
    assertThat(methodProblems(wanted)).isEmpty();
  }

  @Test
  void namesOfTheOwnersCertificatesAreNotShownAndNotLost() {
    var kept = api("").withAuth(new Auth.ClientCertificate("erp"));

    var shown = OwnersPart.shown(kept, share());

    assertThat(shown.auth()).isEqualTo(new Auth.ClientCertificate(null));
    assertThat(OwnersPart.merged(kept, share(), shown).auth()).isEqualTo(kept.auth());
    assertThat(
            where(() -> OwnersPart.merged(kept, share(), shown.withAuth(new Auth.Bearer("usual")))))
        .containsExactly("auth");
  }

  private static List<String> problems(String wanted) {
    return where(() -> OwnersPart.merged(api(KEPT), share(), api(wanted)));
  }

  private static List<String> methodProblems(String wanted) {
    return where(() -> OwnersPart.checkMethod(api(KEPT), share(), method(KEPT), method(wanted)));
  }

  private static List<String> where(Runnable change) {
    var refused = catchThrowableOfType(InvalidException.class, change::run);
    return refused == null ? List.of() : refused.problems().stream().map(Problem::where).toList();
  }

  private static Api api(String customizations) {
    return Json.readDocument(
        "name: Shop\nbaseUrl: https://shop.example\ncustomizations: [%s]".formatted(customizations),
        Api.class);
  }

  private static ApiMethod method(String customizations) {
    return Json.readDocument(
        "name: get\npath: /x\ncustomizations: [%s]".formatted(customizations), ApiMethod.class);
  }

  private static Share share() {
    var owner = new WorkspaceId(new Ids(InstantSource.system()).next());
    return new Share(owner, "team", "Team", Share.Right.EDIT, true, Set.of(), Set.of(), null);
  }
}
