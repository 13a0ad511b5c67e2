package io.patchbay.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.common.Access.Role;
import io.patchbay.common.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each route within a workspace with each role, and from outside of it. */
@RestTest
class RoleMatrixIT {

  private static final String WS = "/api/v1/workspaces/{workspace}";

  /** Which role a route needs. Deleting comes last, so that there is something until then. */
  private static final Map<String, Role> NEEDED = new LinkedHashMap<>();

  static {
    for (var route :
        List.of(
            "GET ",
            "GET /members",
            "GET /apis",
            "GET /apis/{api}",
            "GET /apis/{api}/used-by",
            "GET /apis/{api}/state",
            "GET /apis/{api}/export",
            "GET /apis/{api}/source",
            "GET /apis/{api}/refreshes",
            "GET /apis/{api}/effective",
            "GET /apis/{api}/environments/{environment}",
            "GET /apis/{api}/shares",
            "GET /apis/{api}/shares/{other}",
            "GET /apis/{api}/share",
            "GET /environments",
            "GET /environments/{environment}",
            "GET /apis/{api}/methods/{method}/tries",
            "GET /apis/{api}/versions",
            "GET /apis/{api}/versions/{version}",
            "GET /apis/{api}/versions/{version}/changes",
            "GET /apis/{api}/versions/{version}/used-by",
            "GET /apis/{api}/diff",
            "GET /credentials",
            "GET /credentials/{credential}",
            "GET /credentials/{credential}/used-by",
            "GET /certificates",
            "GET /certificates/{certificate}",
            "GET /credentials/{credential}/connection",
            "GET /oauth-tokens",
            "GET /flows",
            "GET /flows/{flow}",
            "POST /flows/{flow}/validate",
            "GET /flows/{flow}/versions",
            "GET /flows/{flow}/versions/{version}",
            "GET /runs",
            "GET /runs/{run}")) {
      NEEDED.put(route, Role.VIEWER);
    }
    for (var route :
        List.of(
            "POST /apis/{api}/methods/{method}/try",
            "POST /apis/{api}/diagnose",
            "DELETE /apis/{api}/methods/{method}/tries",
            "POST /flows/{flow}/runs",
            "POST /runs/{run}/cancel")) {
      NEEDED.put(route, Role.OPERATOR);
    }
    for (var route :
        List.of(
            "GET /shareable-workspaces",
            "PUT /environments",
            "PUT /environments/{environment}",
            "POST /environments/{environment}/rename",
            "PUT /apis/{api}/environments/{environment}",
            "DELETE /apis/{api}/environments/{environment}",
            "DELETE /environments/{environment}",
            "PUT /apis/{api}/shares/{other}",
            "DELETE /apis/{api}/shares/{other}",
            "PUT /apis/{api}/credential",
            "DELETE /apis/{api}/credential",
            "DELETE /apis/{api}/share",
            "PUT /apis/{api}",
            "POST /apis/import",
            "POST /apis/import/example",
            "PUT /apis/{api}/source/watch",
            "POST /apis/{api}/refresh",
            "POST /apis/{api}/refreshes/{refresh}/undo",
            "PUT /credentials/{credential}",
            "POST /credentials/{credential}/test",
            "POST /credentials/{credential}/connection",
            "DELETE /credentials/{credential}/connection",
            "POST /oauth-discovery",
            "POST /oauth-tokens/{token}/renew",
            "PUT /flows/{flow}",
            "POST /flows/{flow}/publish",
            "POST /flows/{flow}/versions/{version}/restore",
            "POST /flows/{flow}/unpublish",
            "POST /apis/{api}/publish",
            "POST /apis/{api}/move",
            "POST /apis/{api}/versions/{version}/restore",
            "PUT /apis/{api}/versions/{version}/deprecation",
            "DELETE /apis/{api}/versions/{version}/deprecation",
            "DELETE /apis/{api}/versions/{version}",
            "DELETE /oauth-tokens/{token}",
            "DELETE /flows/{flow}",
            "DELETE /apis/{api}",
            "PUT /certificates/{certificate}",
            "DELETE /certificates/{certificate}",
            "DELETE /credentials/{credential}")) {
      NEEDED.put(route, Role.EDITOR);
    }
    for (var route :
        List.of(
            "GET /audit",
            "PUT ",
            "GET /invitations",
            "POST /invitations",
            "PUT /members/{member}",
            "DELETE /invitations/{invitation}",
            "DELETE /members/{member}",
            "DELETE ")) {
      NEEDED.put(route, Role.ADMIN);
    }
  }

  private static final Map<String, String> BODIES =
      Map.of(
          "PUT ", "{\"name\":\"Other\"}",
          "POST /invitations", "{\"email\":\"new@example.org\",\"role\":\"viewer\"}",
          "PUT /members/{member}", "{\"role\":\"viewer\"}",
          "PUT /apis/{api}", "{\"name\":\"Pets\",\"baseUrl\":\"https://127.0.0.1:9\"}",
          "PUT /credentials/{credential}", "{\"kind\":\"bearer\",\"token\":\"t\"}",
          "PUT /flows/{flow}", "{\"name\":\"Hello\"}");

  @Autowired Team team;

  @Autowired
  @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes;

  @LocalServerPort int port;

  private String workspace;
  private Map<String, String> names;

  @BeforeEach
  void furnish() {
    workspace = team.workspace();
    var root = Caller.nobody(port).withToken(team.administratorToken());
    var at = "/api/v1/workspaces/" + workspace;
    root.put(
        at + "/apis/pets",
        Json.readValue(
            "{\"name\":\"Pets\",\"baseUrl\":\"https://127.0.0.1:9\",\"methods\":[{\"name\":\"get\",\"path\":\"/\"}]}"));
    root.post(at + "/apis/pets/publish", null);
    root.put(at + "/credentials/key", Map.of("kind", "bearer", "token", "t"));
    root.put(
        at + "/flows/hello",
        Json.readValue(
            """
            {"name":"Hello","triggers":[{"kind":"manual","id":"hand"}],
             "steps":[{"kind":"transform","id":"a","value":1}],"links":[{"from":"hand","to":"a"}]}
            """));
    root.post(at + "/flows/hello/publish", null);
    var run = root.post(at + "/flows/hello/runs?wait=20s", null).json().path("id").stringValue();
    var invitation =
        root.post(at + "/invitations", Map.of("email", "inv@example.org", "role", "viewer"))
            .json()
            .path("id")
            .stringValue();
    names =
        new HashMap<>(
            Map.of(
                "api",
                "pets",
                "method",
                "get",
                "credential",
                "key",
                "flow",
                "hello",
                "version",
                "1",
                "run",
                run,
                "invitation",
                invitation,
                "token",
                UUID.randomUUID().toString(),
                "member",
                team.member(workspace, Role.VIEWER).toString()));
    names.put("certificate", "crm");
    names.put("refresh", UUID.randomUUID().toString());
    names.put("environment", "staging");
    names.put("other", team.workspace());
  }

  @Test
  void theTableNamesEachRoute() {
    var mapped = new TreeSet<String>();
    routes
        .getHandlerMethods()
        .forEach((route, _) ->
            route.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(WS))
                .forEach(pattern ->
                    route
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapped.add(verb + " " + pattern.substring(WS.length())))));
    assertThat(new TreeSet<>(NEEDED.keySet())).isEqualTo(mapped);
  }

  @Test
  void aLowerRoleIsRefusedAndTheNeededOneIsNot() {
    for (var role : Role.values()) {
      var caller = Caller.nobody(port).withToken(team.token(workspace, role));
      NEEDED.forEach((route, needed) -> {
        if (role.compareTo(needed) < 0) {
          var answer = call(caller, workspace, route);
          assertThat(answer.status()).as("%s as %s: %s", route, role, answer.body()).isEqualTo(403);
        }
      });
      NEEDED.forEach((route, needed) -> {
        if (role == needed) {
          var answer = call(caller, workspace, route);
          assertThat(answer.status())
              .as("%s as %s: %s", route, role, answer.body())
              .isNotIn(401, 403)
              .isLessThan(500);
        }
      });
    }
  }

  @Test
  void aForeignWorkspaceAndAnAbsentOneLookAlike() {
    var stranger = Caller.nobody(port).withToken(team.token(team.workspace(), Role.ADMIN));
    for (var route : NEEDED.keySet()) {
      var foreign = call(stranger, workspace, route);
      var absent = call(stranger, "nowhere", route);
      assertThat(foreign.status()).as(route).isEqualTo(404);
      assertThat(foreign.body()).as(route).isEqualTo(absent.body().replace("nowhere", workspace));
    }
  }

  @Test
  void aForeignIdAndAnAbsentOneLookAlike() {
    var own = team.workspace();
    var stranger = Caller.nobody(port).withToken(team.token(own, Role.ADMIN));
    for (var route :
        List.of(
            "GET /runs/{run}",
            "POST /runs/{run}/cancel",
            "DELETE /invitations/{invitation}",
            "DELETE /members/{member}",
            "GET /apis/{api}",
            "GET /flows/{flow}",
            "GET /credentials/{credential}")) {
      var foreign = call(stranger, own, route);
      assertThat(foreign.status()).as(route).isEqualTo(404);
      assertThat(foreign.body()).as(route).contains("There is no ");
    }
  }

  private Caller.Answer call(Caller caller, String slug, String route) {
    var space = route.indexOf(' ');
    var path = WS.replace("{workspace}", slug) + route.substring(space + 1);
    for (var name : names.entrySet()) {
      path = path.replace("{" + name.getKey() + "}", name.getValue());
    }
    var verb = route.substring(0, space);
    var body =
        BODIES.getOrDefault(route, verb.equals("GET") || verb.equals("DELETE") ? null : "{}");
    return caller.send(verb, path, body, Map.of());
  }
}
