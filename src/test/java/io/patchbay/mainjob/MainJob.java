package io.patchbay.mainjob;

import io.patchbay.common.Json;
import io.patchbay.testing.Crm;
import io.patchbay.testing.Http;
import io.patchbay.testing.Material;
import io.patchbay.testing.ServerProcess;
import java.io.IOException;
import java.util.Map;

/** The steps of the main job by the management API, for tests that need it done. */
final class MainJob {

  private final ServerProcess server;
  private final Http api;

  private MainJob(ServerProcess server, Http api) {
    this.server = server;
    this.api = api;
  }

  /** Gets a token with the administrator's password. */
  static MainJob signIn(ServerProcess server) {
    String token =
        Http.to(server.url("/api/v1"))
            .withBasic(ServerProcess.ADMIN, ServerProcess.PASSWORD)
            .post("/tokens", "{\"name\": \"main job\"}")
            .expect(201)
            .json()
            .path("token")
            .stringValue();
    return new MainJob(server, Http.to(server.url("/api/v1")).withBearer(token));
  }

  Http api() {
    return api;
  }

  void makeWorkspace() {
    api.post("/workspaces", "{\"slug\": \"sales\", \"name\": \"Sales sync\"}").expect(201);
  }

  void putCredentialAndApi(Crm crm) throws IOException {
    api.put(
            "/workspaces/sales/credentials/CRM%20client",
            Json.write(
                Map.of(
                    "kind",
                    "oauth2ClientCredentials",
                    "tokenUrl",
                    crm.tokenUrl(),
                    "clientId",
                    Crm.CLIENT_ID,
                    "clientSecret",
                    Crm.CLIENT_SECRET)))
        .expectSuccess();
    api.putYaml(
            "/workspaces/sales/apis/crm",
            Material.resource("mainjob/crm.yaml").replace("${baseUrl}", crm.baseUrl()))
        .expectSuccess();
  }

  void putFlow() throws IOException {
    api.putYaml(
            "/workspaces/sales/flows/issue-to-crm", Material.resource("mainjob/issue-to-crm.yaml"))
        .expectSuccess();
  }

  Http.Answer publish() {
    return api.post("/workspaces/sales/flows/issue-to-crm/publish", "{}");
  }

  Http.Answer callWebhook(String payload) {
    return Http.to(server.url("")).post("/hooks/sales/gh-issues", payload);
  }
}
