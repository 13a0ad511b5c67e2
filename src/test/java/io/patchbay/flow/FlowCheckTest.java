package io.patchbay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.api.SemanticVersion;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import io.patchbay.flow.FlowProblem.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowCheckTest {

  private static final ApiMethod GET_PET =
      Json.readDocument(
          """
          name: getPet
          path: /pets/{petId}
          parameters:
            - { name: petId, in: path }
            - { name: fields, in: query }
          """,
          ApiMethod.class);
  private static final ApiMethod ADD_PET =
      Json.readDocument(
          """
          name: addPet
          verb: POST
          path: /pets
          body: { required: true, schema: { type: object, required: [name], properties: { name: { type: string } } } }
          """,
          ApiMethod.class);

  private static final ApiMethod OLD_PETS =
      Json.readDocument(
          """
          name: oldPets
          path: /old
          deprecated: true
          """,
          ApiMethod.class);
  private static final List<ApiVersion> VERSIONS =
      List.of(version("2.0.0", null), version("1.1.0", "Take 2."), version("1.0.0", null));

  private static final ApiLookup PETSTORE =
      new ApiLookup() {
        private final Map<String, ApiMethod> methods =
            Map.of(GET_PET.name(), GET_PET, ADD_PET.name(), ADD_PET, OLD_PETS.name(), OLD_PETS);

        @Override
        public boolean hasApi(String slug) {
          return "pets".equals(slug);
        }

        @Override
        public boolean hasEnvironment(String name) {
          return "staging".equals(name);
        }

        @Override
        public Optional<String> credentialKind(String name) {
          return switch (name) {
            case "key" -> Optional.of("hmac");
            case "token" -> Optional.of("bearer");
            default -> Optional.empty();
          };
        }

        @Override
        public boolean hasCertificate(String name) {
          return name.equals("erp");
        }

        @Override
        public Optional<ApiMethod> method(String api, @Nullable String version, String method) {
          return hasApi(api) && !"3".equals(version)
              ? Optional.ofNullable(methods.get(method))
              : Optional.empty();
        }

        @Override
        public Optional<Auth> auth(String api, @Nullable String version, String method) {
          return method(api, version, method)
              .map(found -> found.equals(GET_PET) ? new Auth.Bearer("token") : new Auth.None());
        }

        @Override
        public List<ApiVersion> versions(String api) {
          return VERSIONS;
        }
      };

  @Test
  void findsNothingWrongWithAFlowThatIsRight() {
    assertThat(
            problems(
                """
                name: Right
                triggers: [{ id: hook, kind: webhook, path: "pets/{id}", verbs: [GET] }]
                steps:
                  - { id: get, kind: call, api: pets, method: getPet, inputs: { petId: "{{ trigger.path.id }}" } }
                  - { id: sold, kind: condition, when: "{{ steps.get.body.status = 'sold' }}" }
                  - { id: yes, kind: respond, body: "{{ steps.get.body }}" }
                  - { id: no, kind: fail, message: "{{ steps.get.body.name }} is not sold", status: 404 }
                  - { id: trace, kind: headers, set: { X-Run: "{{ run.id }}" } }
                  - { id: remark, kind: note, text: Hello }
                links:
                  - { from: hook, to: get }
                  - { from: get, to: sold }
                  - { from: sold, fromPort: "true", to: yes }
                  - { from: sold, fromPort: "false", to: no }
                  - { from: trace, to: get, toPort: customize }
                """))
        .isEmpty();
  }

  @Test
  void checksEveryKindOfCustomization() {
    assertThat(
            problems(
                """
                name: Nodes
                triggers: [{ id: hook, kind: webhook, path: nodes }]
                steps:
                  - { id: get, kind: call, api: pets, method: getPet, inputs: { petId: "1" } }
                  - { id: after, kind: transform, value: 1 }
                  - { id: h, kind: headers, set: { "X A": "1", Host: x, Content-Length: "1", X-B: "{{ respnse.body }}", X-C: "{{ steps.after.body }}" } }
                  - { id: q, kind: query, set: { a: "{{ 1 + }}", b: "{{ response.status }}" }, remove: [" "] }
                  - { id: b, kind: body, value: { a: "{{ request.body }}" } }
                  - { id: b2, kind: body, contentType: json }
                  - { id: c, kind: credential, credential: nobody }
                  - { id: c2, kind: credential, credential: token, auth: { kind: basic } }
                  - { id: cert, kind: clientCertificate, certificate: other }
                  - { id: cert2, kind: clientCertificate }
                  - { id: s, kind: sign, credential: token, recipe: { text: "{{ timestamp }}" } }
                  - { id: s2, kind: sign, credential: key, recipe: { text: "{{ nonce }}{{ request.body }}", name: X-S } }
                  - { id: r, kind: response, when: "response.status =", status: 42, fail: "{{ response.body.error }}" }
                  - { id: r2, kind: response }
                  - { id: p, kind: policy, policies: { retries: 99 } }
                  - { id: k, kind: idempotencyKey, header: "Idempotency Key" }
                links:
                  - { from: hook, to: get }
                  - { from: get, to: after }
                  - { from: h, to: get, toPort: customize }
                  - { from: q, to: get, toPort: customize }
                  - { from: b, to: get, toPort: customize }
                  - { from: b2, to: get, toPort: customize }
                  - { from: c, to: get, toPort: customize }
                  - { from: c2, to: get, toPort: customize }
                  - { from: cert, to: get, toPort: customize }
                  - { from: cert2, to: get, toPort: customize }
                  - { from: s, to: get, toPort: customize }
                  - { from: s2, to: get, toPort: customize }
                  - { from: r, to: get, toPort: customize }
                  - { from: r2, to: get, toPort: customize }
                  - { from: p, to: get, toPort: customize }
                """))
        .extracting(problem -> "%s %s".formatted(problem.step(), problem.field()))
        .containsExactlyInAnyOrder(
            "k null", // patched to nothing
            "h set",
            "h set",
            "h set",
            "h set.X-B",
            "h set.X-C",
            "q set.a",
            "q set.b",
            "q remove",
            "b value", // a GET
            "b2 value", // a GET
            "b2 contentType",
            "c credential",
            "c2 credential",
            "cert certificate",
            "cert2 certificate",
            "s recipe.name",
            "s credential",
            "r when",
            "r status",
            "r2 null", // changes nothing yet
            "p policies.retries",
            "k header");
  }

  @Test
  void findsACredentialThatACallCannotUse() {
    assertThat(
            problems(
                """
                name: Credentials
                triggers: [{ id: hook, kind: webhook, path: nodes }]
                steps:
                  - { id: get, kind: call, api: pets, method: getPet, inputs: { petId: "1" } }
                  - { id: add, kind: call, api: pets, method: addPet, body: { name: Rex } }
                  - { id: plain, kind: credential, credential: token }
                  - { id: told, kind: credential, credential: token, auth: { kind: bearer } }
                  - { id: late, kind: credential, credential: token }
                links:
                  - { from: hook, to: get }
                  - { from: get, to: add }
                  - { from: plain, to: get, toPort: customize }
                  - { from: plain, to: add, toPort: customize }
                  - { from: told, to: add, toPort: customize }
                  - { from: late, to: add, toPort: customize }
                """))
        .extracting(FlowProblem::step, FlowProblem::field, FlowProblem::severity)
        .containsExactly(tuple("plain", "auth", Severity.ERROR));
  }

  @Test
  void namesStepAndFieldOfWhatIsMissing() {
    List<FlowProblem> problems =
        problems(
            """
            name: Gaps
            triggers: [{ id: hook, kind: webhook, path: "" }]
            steps:
              - { id: a, kind: call, api: pets, method: getPet }
              - { id: b, kind: call, api: pets, method: addPet, body: { name: "" } }
              - { id: c, kind: call, api: pets, method: dropPet }
              - { id: d, kind: call, api: cats, method: getCat }
              - { id: e, kind: condition }
              - { id: f, kind: transform }
              - { id: g, kind: call }
            links:
              - { from: hook, to: a }
              - { from: hook, to: b }
              - { from: hook, to: c }
              - { from: hook, to: d }
              - { from: hook, to: e }
              - { from: hook, to: f }
              - { from: hook, to: g }
            """);

    assertThat(errors(problems))
        .containsExactly(
            "hook path",
            "a inputs.petId",
            "b body.name",
            "c method",
            "d api",
            "e when",
            "f value",
            "g method");
  }

  @Test
  void refusesLinksThatLeadNowhereOrFromNoPort() {
    List<FlowProblem> problems =
        problems(
            """
            name: Links
            triggers: [{ id: start, kind: manual }]
            steps:
              - { id: a, kind: transform, value: 1 }
              - { id: h, kind: headers, set: { A: b } }
              - { id: n, kind: note }
            links:
              - { from: start, to: a }
              - { from: start, fromPort: error, to: a }
              - { from: a, fromPort: maybe, to: a }
              - { from: a, to: gone }
              - { from: gone, to: a }
              - { from: h, to: a, toPort: customize }
              - { from: a, to: n }
              - { from: start, to: start }
            """);

    assertThat(problems.stream().filter(p -> p.severity() == Severity.ERROR))
        .extracting(FlowProblem::message)
        .anyMatch(m -> m.contains("no port 'error'"))
        .anyMatch(m -> m.contains("no port 'maybe'"))
        .anyMatch(m -> m.contains("goes to 'gone'"))
        .anyMatch(m -> m.contains("comes from 'gone'"))
        .anyMatch(m -> m.contains("into the 'customize' port of a call"))
        .anyMatch(m -> m.contains("No link can lead to a note"))
        .anyMatch(m -> m.contains("goes to 'start'"))
        .anyMatch(m -> m.contains("no circles"));
  }

  @Test
  void refusesReferencesToStepsThatAreNotThereOrComeLater() {
    List<FlowProblem> problems =
        problems(
            """
            name: References
            triggers: [{ id: start, kind: manual }]
            steps:
              - { id: a, kind: transform, value: "{{ steps.b.body }}" }
              - { id: b, kind: transform, value: "{{ steps.nobody.body & tigger.body }}" }
            links: [{ from: start, to: a }, { from: a, to: b }]
            """);

    assertThat(problems)
        .extracting(FlowProblem::message)
        .anyMatch(m -> m.contains("'b' does not run before"))
        .anyMatch(m -> m.contains("no step 'nobody'"))
        .anyMatch(m -> m.contains("no 'tigger'"))
        .hasSize(3);
  }

  @Test
  void warnsOfAReferenceToAStepThatMayBeSkipped() {
    List<FlowProblem> problems =
        problems(
            """
            name: Maybe
            triggers: [{ id: start, kind: manual }]
            steps:
              - { id: q, kind: condition, when: "{{ trigger.body.x }}" }
              - { id: a, kind: transform, value: 1 }
              - { id: end, kind: transform, value: "{{ steps.a.body + (steps.q.body ? 1 : 2) }}" }
            links:
              - { from: start, to: q }
              - { from: q, fromPort: "true", to: a }
              - { from: a, to: end }
              - { from: q, fromPort: "false", to: end }
            """);

    assertThat(problems)
        .singleElement()
        .extracting(FlowProblem::severity)
        .isEqualTo(Severity.WARNING);
    assertThat(problems.getFirst().message()).contains("'a' may be skipped");
  }

  @Test
  void warnsOfWhatNeverRuns() {
    List<FlowProblem> problems =
        problems(
            """
            name: Islands
            triggers: [{ id: start, kind: manual }]
            steps:
              - { id: a, kind: transform, value: 1 }
              - { id: island, kind: transform, value: 1 }
              - { id: loose, kind: headers }
            links: [{ from: start, to: a }]
            """);

    assertThat(problems)
        .extracting(FlowProblem::step, FlowProblem::severity)
        .containsExactly(tuple("island", Severity.WARNING), tuple("loose", Severity.WARNING));
  }

  @Test
  void refusesDoubleIdsAndNamesThatExpressionsCannotHold() {
    List<FlowProblem> problems =
        problems(
            """
            name: Ids
            triggers: [{ id: start, kind: manual }]
            steps:
              - { id: start, kind: transform, value: 1 }
              - { id: get-pet, kind: transform, value: 1 }
            """);

    assertThat(errors(problems)).contains("start id", "get-pet id");
  }

  @Test
  void saysWhereAnExpressionIsBroken() {
    List<FlowProblem> problems =
        problems(
            """
            name: Broken
            triggers: [{ id: start, kind: manual }]
            steps: [{ id: a, kind: transform, value: "{{ trigger.body. }}" }]
            links: [{ from: start, to: a }]
            """);

    assertThat(errors(problems)).containsExactly("a value");
  }

  @Test
  void warnsOfWhatIsDeprecated() {
    assertThat(
            problems(
                """
                name: Old
                triggers: [{ id: start, kind: manual }]
                steps:
                  - { id: newest, kind: call, api: pets, method: getPet, inputs: { petId: 1 } }
                  - { id: major, kind: call, api: pets, version: "1", method: getPet, inputs: { petId: 1 } }
                  - { id: exact, kind: call, api: pets, version: 1.0.0, method: oldPets }
                  - { id: draft, kind: call, api: pets, version: draft, method: getPet, inputs: { petId: 1 } }
                  - { id: none, kind: call, api: pets, version: "3", method: getPet, inputs: { petId: 1 } }
                links:
                  - { from: start, to: newest }
                  - { from: newest, to: major }
                  - { from: major, to: exact }
                  - { from: exact, to: draft }
                  - { from: draft, to: none }
                """))
        .extracting(
            FlowProblem::severity, FlowProblem::step, FlowProblem::field, FlowProblem::message)
        .containsExactly(
            tuple(
                Severity.WARNING,
                "major",
                "version",
                "Version 1.1.0 of API 'pets' is deprecated: Take 2."),
            tuple(Severity.WARNING, "exact", "method", "Method 'oldPets' is deprecated."),
            tuple(
                Severity.ERROR,
                "none",
                "version",
                "API 'pets' has no version '3'; the newest is 2.0.0."));
  }

  private static ApiVersion version(String number, @Nullable String notice) {
    return new ApiVersion(
        SemanticVersion.parse(number), 3, null, notice, Instant.EPOCH, "ann@example.com");
  }

  private static List<FlowProblem> problems(String yaml) {
    return FlowCheck.problems(Json.readDocument(yaml, Flow.class), PETSTORE);
  }

  private static List<String> errors(List<FlowProblem> problems) {
    return problems.stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(p -> p.step() + " " + p.field())
        .toList();
  }
}
