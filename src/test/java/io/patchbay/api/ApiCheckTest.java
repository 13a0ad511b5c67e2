package io.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import io.patchbay.credential.Auth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCheckTest {

  private static final String ORDERS =
      """
      format: patchbay/api@1
      name: Orders
      baseUrl: https://orders.example.com/v1
      auth: { kind: oauth2ClientCredentials, credential: orders, scopes: [orders.read] }
      headers: { X-Client: patchbay }
      policies: { responseMs: 5000, retries: 1 }
      customizations: [{ kind: headers, name: Trace, set: { X-Run: "{{ run.id }}" }, remove: [X-Client] }]
      methods:
        - name: getOrder
          path: /orders/{id}
          parameters:
            - { name: id, in: path, schema: { type: string } }
            - { name: expand, in: query, default: null }
          responses: [{ status: 200, schema: { type: object }, example: {} }]
        - name: addOrder
          verb: POST
          path: /orders
          body: { required: true, schema: { type: object }, example: { total: 12.50 } }
      schemas: { Order: { type: object } }
      """;

  @Test
  void findsNothingWrongWithADocumentThatIsRight() {
    assertThat(ApiCheck.problems(Json.readDocument(ORDERS, Api.class))).isEmpty();
  }

  @Test
  void findsACredentialThatNothingSaysTheUseOf() {
    var api =
        Json.readDocument(
            """
            name: Shop
            baseUrl: https://shop.example
            customizations:
              - {kind: credential, credential: a}
              - {kind: credential, credential: b, auth: {kind: bearer}}
              - {kind: credential, credential: c}
            methods:
              - {name: one, path: /x, customizations: [{kind: credential, credential: d}]}
              - {name: two, path: /y, security: [], customizations: [{kind: credential, credential: e}]}
            """,
            Api.class);

    assertThat(ApiCheck.problems(api))
        .extracting(Problem::where)
        .containsExactly("customizations[0].auth", "methods[1].customizations[0].auth");
    assertThat(ApiCheck.problems(api.withAuth(new Auth.Bearer(null))))
        .extracting(Problem::where)
        .containsExactly("methods[1].customizations[0].auth");
  }

  @Test
  void survivesBeingWrittenAndReadAsJsonAndYaml() {
    Api api = Json.readDocument(ORDERS, Api.class);

    assertThat(Json.readDocument(Json.write(api), Api.class)).isEqualTo(api);
    assertThat(Json.readDocument(Json.writeYaml(api), Api.class)).isEqualTo(api);
    assertThat(Json.write(api)).contains("\"total\":12.50").contains("\"default\":null");
  }

  @Test
  void saysAllThatIsWrongAtOnceWithItsPlace() {
    Api api =
        Json.readDocument(
            """
            name: ""
            baseUrl: orders.example.com
            headers: { "Bad Header": x }
            policies: { retries: 99 }
            methods:
              - { name: "1st", path: orders }
              - name: get
                path: /orders/{id}/{line}
                parameters: [{ name: id, in: path }, { name: other, in: path }, { name: id, in: query }]
              - { name: get }
            """,
            Api.class);

    assertThat(ApiCheck.problems(api))
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "name",
            "baseUrl",
            "headers",
            "policies.retries",
            "methods[0].name",
            "methods[0].path",
            "methods[1].parameters[2].name",
            "methods[1].path",
            "methods[1].path",
            "methods[2].name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://x.example",
        "https://",
        "https://u:p@x.example",
        "https://x.example?a=b",
        "https://x.example#f",
        "http:// x"
      })
  void refusesABaseUrlThatIsNone(String baseUrl) {
    assertThat(ApiCheck.problems(Api.of("X", "x", baseUrl)))
        .extracting(Problem::where)
        .isEqualTo(List.of("baseUrl"));
  }

  @Test
  void checksCustomizationsOfApiAndMethods() {
    Api api =
        Json.readDocument(
            """
            name: Orders
            baseUrl: https://orders.example
            customizations:
              - { kind: headers, set: { X-A: "{{ vars.a }}", "X B": "1" }, append: { Trailer: x } }
              - { kind: response, status: 700, when: "{{ response.status = 404 }}" }
              - { kind: sign, recipe: { name: X-Sig } }
              - { kind: credential, auth: { kind: none } }
              - { kind: idempotencyKey }
            methods:
              - name: get
                path: /x
                customizations:
                  - { kind: body, value: "{{ 1 + }}" }
                  - { kind: clientCertificate }
            """,
            Api.class);

    assertThat(ApiCheck.problems(api))
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "customizations[0].set",
            "customizations[0].append",
            "customizations[1].status",
            "customizations[2].credential",
            "customizations[2].recipe.text",
            "methods[0].customizations[0].value",
            "methods[0].customizations[1].certificate");
  }
}
