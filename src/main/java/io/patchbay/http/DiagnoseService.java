package io.patchbay.http;

import io.patchbay.api.ApiCatalog;
import io.patchbay.api.CallTarget;
import io.patchbay.api.NotCallableException;
import io.patchbay.common.Access;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.credential.Auth;
import io.patchbay.credential.Origin;
import io.patchbay.http.Diagnosis.Finding;
import io.patchbay.http.Diagnosis.State;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Looks at the way to an API step by step: names, proxy, connection, TLS, certificates. Shows the
 * client certificate if it is asked for one, and sends no credential.
 */
@Service
public class DiagnoseService {

  private final ApiCatalog catalog;
  private final Connector connector;
  private final HttpClients clients;
  private final EgressPolicy policy;
  private final InstantSource clock;

  DiagnoseService(
      ApiCatalog catalog,
      Connector connector,
      HttpClients clients,
      EgressPolicy policy,
      InstantSource clock) {
    this.catalog = catalog;
    this.connector = connector;
    this.clients = clients;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Looks at the way to an API as it is being edited.
   *
   * @param ref the API's slug, or {@code owner:slug}
   * @param environment absent for what holds without one
   * @throws NotFoundException when there is no such API
   * @throws InvalidException when there is no such environment
   */
  public Diagnosis diagnose(Access access, String ref, @Nullable String environment) {
    access.require(Access.Role.OPERATOR);
    if (catalog.api(access.workspace(), ref).isEmpty()) {
      throw NotFoundException.of("API", ref);
    }
    if (environment != null && !catalog.hasEnvironment(access.workspace(), environment)) {
      throw new InvalidException(
          "environment", "There is no environment '%s' in this workspace.".formatted(environment));
    }
    try {
      var target = catalog.connection(access.workspace(), ref, environment);
      return diagnose(access, target);
    } catch (NotCallableException | InvalidException e) {
      return failed(ref, String.valueOf(e.getMessage()));
    } catch (CallRefused e) {
      return failed(ref, e.failure().detail());
    }
  }

  private Diagnosis diagnose(Access access, CallTarget target) {
    var api = target.api();
    var origin = Origin.of(api.baseUrl());
    var isGuest = !access.workspace().equals(target.credentials());
    var certificate =
        api.auth() instanceof Auth.ClientCertificate only && only.certificate() != null
            ? only.certificate()
            : api.tls() == null ? null : api.tls().certificate();
    var wish =
        new Connector.Wish(
            api.name(),
            target.credentials(),
            api.tls(),
            api.proxy(),
            certificate,
            target.credentials(),
            isGuest);
    var way = connector.way(wish, Address.hostOf(origin));
    var shown =
        certificate == null
            ? null
            : isGuest
                ? "the client certificate that is shared with it"
                : "the client certificate '" + certificate + "'";
    return new DiagnoseRun(origin, way, clients.sockets(way.identity()), policy, clock, shown)
        .run();
  }

  private static Diagnosis failed(String ref, String text) {
    return new Diagnosis(ref, List.of(new Finding("address", State.FAILED, text, List.of(), 0)));
  }
}
