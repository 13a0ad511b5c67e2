package io.patchbay.sample;

import io.patchbay.account.Accesses;
import io.patchbay.account.WorkspaceService;
import io.patchbay.account.WorkspaceView;
import io.patchbay.api.Api;
import io.patchbay.api.ApiService;
import io.patchbay.common.Access;
import io.patchbay.common.Json;
import io.patchbay.common.UserId;
import io.patchbay.credential.CredentialService;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the workspace {@code sample}: the orders API, its credential, and two flows that run. */
@Service
public class SampleWorkspace {

  public static final String SLUG = "sample";

  private static final String CREDENTIAL = "Orders client";
  private static final String ADDRESS_IN_DOCUMENTS = "http://127.0.0.1:8080/sample-api";

  private final SampleServer server;
  private final WorkspaceService workspaces;
  private final Accesses accesses;
  private final CredentialService credentials;
  private final ApiService apis;
  private final FlowService flows;

  SampleWorkspace(
      SampleServer server,
      WorkspaceService workspaces,
      Accesses accesses,
      CredentialService credentials,
      ApiService apis,
      FlowService flows) {
    this.server = server;
    this.workspaces = workspaces;
    this.accesses = accesses;
    this.credentials = credentials;
    this.apis = apis;
    this.flows = flows;
  }

  /**
   * Makes it and turns the sample API on.
   *
   * @param administrator of the server, who becomes its admin
   * @throws io.patchbay.common.ConflictException when there is one already
   */
  @Transactional
  public WorkspaceView create(UserId administrator) {
    var workspace = workspaces.create(administrator, SLUG, "Sample");
    server.turnOn();
    var access = accesses.of(administrator, SLUG);
    putOrders(access);
    publish(access, "order-status");
    publish(access, "new-order");
    return workspace;
  }

  /** Follows the server to another port. */
  @Transactional
  void moveTo(Access access) {
    var stored = apis.find(access, "orders");
    if (stored.isPresent()
        && stored.get().api().baseUrl().startsWith("http://127.0.0.1:")
        && !stored.get().api().baseUrl().equals(server.baseUrl())) {
      putOrders(access);
    }
  }

  private void putOrders(Access access) {
    var credential =
        Json.MAPPER
            .createObjectNode()
            .put("kind", "oauth2ClientCredentials")
            .put("tokenUrl", server.baseUrl() + "/oauth/token")
            .put("clientId", SampleServer.CLIENT_ID)
            .put("clientSecret", server.clientSecret());
    credential.putArray("scopes").add(SampleTokens.READ).add(SampleTokens.WRITE);
    credential
        .putArray("origins")
        .add(server.baseUrl().substring(0, server.baseUrl().indexOf(SampleServer.PATH)));
    credentials.put(access, CREDENTIAL, credential);
    apis.put(access, "orders", read("orders.api.yaml", Api.class), null);
  }

  private void publish(Access access, String slug) {
    flows.putDraft(access, slug, read(slug + ".flow.yaml", Flow.class), null);
    flows.publish(access, slug, "As it came");
  }

  private <T> T read(String file, Class<T> type) {
    try (var in = SampleWorkspace.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the build");
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Json.readDocument(text.replace(ADDRESS_IN_DOCUMENTS, server.baseUrl()), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
