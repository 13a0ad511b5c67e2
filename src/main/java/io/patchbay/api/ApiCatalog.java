package io.patchbay.api;

import io.patchbay.common.Json;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.Auth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Definitions for the engine, held in memory until any definition changes; checks no rights of
 * users, but those of workspaces.
 */
@Component
public class ApiCatalog {

  private final Apis apis;
  private final ApiPartRepository parts;
  private final ApiVersionRepository versions;
  private final EnvironmentRepository environments;
  private final DefinitionChanges changes;
  private volatile Held held = new Held(-1);

  ApiCatalog(
      Apis apis,
      ApiPartRepository parts,
      ApiVersionRepository versions,
      EnvironmentRepository environments,
      DefinitionChanges changes) {
    this.apis = apis;
    this.parts = parts;
    this.versions = versions;
    this.environments = environments;
    this.changes = changes;
  }

  /**
   * What a call of a method takes.
   *
   * @param ref the API's slug, or {@code owner:slug}
   * @param version which one, see {@link VersionWish}; absent for the newest
   * @param environment absent for what holds without one
   * @throws NotCallableException when there is no such thing, or the workspace may not call it
   */
  public CallTarget target(
      WorkspaceId workspace,
      String ref,
      @Nullable String version,
      String method,
      @Nullable String environment) {
    return current()
        .targets
        .computeIfAbsent(
            new TargetKey(new MethodKey(workspace, ref, version, method), environment),
            this::resolve);
  }

  /**
   * What a call of a method takes that is not kept yet, in the draft of an API.
   *
   * @throws NotCallableException when there is no such API, or the workspace may not edit it
   */
  public CallTarget target(
      WorkspaceId workspace, String ref, ApiMethod unsaved, @Nullable String environment) {
    var stored = kept(workspace, ref).orElseThrow(() -> noSuchApi(ref));
    VersionWish.choose(VersionWish.DRAFT, stored, List::of);
    return target(
        workspace,
        environment,
        new Found(stored, callable(stored, stored.api(), unsaved, null), null, unsaved));
  }

  /**
   * What any call of an API takes, for looking at its connection; the method is none of its own.
   *
   * @throws NotCallableException when there is no such API, or its address lacks a variable
   */
  public CallTarget connection(WorkspaceId workspace, String ref, @Nullable String environment) {
    var stored = kept(workspace, ref).orElseThrow(() -> noSuchApi(ref));
    var any = ApiMethod.of("connection", Verb.HEAD, "/");
    return target(workspace, environment, new Found(stored, stored.api(), null, any));
  }

  /** The API as the workspace is shown it, without methods and schemas. */
  public Optional<StoredApi> api(WorkspaceId workspace, String ref) {
    return current()
        .shown
        .computeIfAbsent(
            new ApiKey(workspace, ref), key -> kept(key.workspace, key.ref).map(apis::asSeen));
  }

  /** The method in the version that is asked for; absent when it may not be called either. */
  public Optional<ApiMethod> method(
      WorkspaceId workspace, String ref, @Nullable String version, String method) {
    try {
      return Optional.of(found(new MethodKey(workspace, ref, version, method)).method);
    } catch (NotCallableException e) {
      return Optional.empty();
    }
  }

  /** How calls of the method authenticate before a flow changes it; absent as {@link #method}. */
  public Optional<Auth> auth(
      WorkspaceId workspace, String ref, @Nullable String version, String method) {
    try {
      var found = found(new MethodKey(workspace, ref, version, method));
      return Optional.of(EffectiveAuth.of(found.head, found.method));
    } catch (NotCallableException e) {
      return Optional.empty();
    }
  }

  /** The published versions of an API that the workspace may call, the newest first. */
  public List<ApiVersion> versions(WorkspaceId workspace, String ref) {
    return current()
        .versions
        .computeIfAbsent(
            new ApiKey(workspace, ref),
            key ->
                kept(key.workspace, key.ref).map(api -> versions.list(api.id())).orElse(List.of()));
  }

  /** The shared schemas that a method refers to, by name, also through one another. */
  public Map<String, JsonNode> schemas(
      WorkspaceId workspace, String ref, @Nullable String version, String method) {
    return current()
        .schemas
        .computeIfAbsent(new MethodKey(workspace, ref, version, method), this::referred);
  }

  private Map<String, JsonNode> referred(MethodKey key) {
    try {
      var found = found(key);
      var of = new PartsOf(found.api.id(), found.version);
      return SchemaClosure.of(
          SchemaClosure.references(Json.toTree(found.method)), names -> parts.schemas(of, names));
    } catch (NotCallableException e) {
      return Map.of();
    }
  }

  /** The variables of an environment; empty when there is none of that name. */
  public Map<String, String> variables(WorkspaceId workspace, @Nullable String environment) {
    return environment == null
        ? Map.of()
        : find(workspace, environment).map(Environment::variables).orElse(Map.of());
  }

  /** Whether the workspace has an environment of that name. */
  public boolean hasEnvironment(WorkspaceId workspace, String environment) {
    return find(workspace, environment).isPresent();
  }

  private Optional<Environment> find(WorkspaceId workspace, String environment) {
    return current()
        .environments
        .computeIfAbsent(
            new ApiKey(workspace, environment), key -> environments.find(key.workspace, key.ref));
  }

  private Optional<StoredApi> kept(WorkspaceId workspace, String ref) {
    return current()
        .kept
        .computeIfAbsent(new ApiKey(workspace, ref), key -> apis.kept(key.workspace, key.ref));
  }

  private Found found(MethodKey key) {
    return current().found.computeIfAbsent(key, this::find);
  }

  private Found find(MethodKey key) {
    var stored = kept(key.workspace, key.ref).orElseThrow(() -> noSuchApi(key.ref));
    var number = VersionWish.choose(key.version, stored, () -> versions.list(stored.id()));
    var head = number == null ? stored.api() : versions.head(stored.id(), number).orElseThrow();
    var method =
        parts
            .method(new PartsOf(stored.id(), number), key.method)
            .orElseThrow(() ->
                new NotCallableException(
                    "There is no such method",
                    "API '%s'%s has no method '%s'."
                        .formatted(
                            key.ref,
                            number == null ? "" : ", version " + number + ",",
                            key.method)));
    var share = stored.share();
    if (share != null && !share.allows(method.name(), method.verb())) {
      throw new NotCallableException(
          "The method is not shared",
          "Workspace '%s' shares API '%s' without %s %s. Ask its editors."
              .formatted(share.ownerSlug(), stored.slug(), method.verb(), method.name()));
    }
    return new Found(stored, callable(stored, head, method, number), number, method);
  }

  private CallTarget resolve(TargetKey key) {
    return target(key.method.workspace, key.environment, found(key.method));
  }

  private CallTarget target(WorkspaceId workspace, @Nullable String environment, Found found) {
    if (environment != null && !hasEnvironment(workspace, environment)) {
      throw new NotCallableException(
          "There is no such environment",
          "There is no environment '%s' in this workspace.".formatted(environment));
    }
    return new Targeting(workspace, environment, variables(workspace, environment))
        .target(found.api, found.head, found.method, found.version);
  }

  private static NotCallableException noSuchApi(String ref) {
    return new NotCallableException(
        "There is no such API",
        "There is no API '%s' in this workspace, nor is one shared with it.".formatted(ref));
  }

  /** Of the schemas only what says which fields of the body are files. */
  private Api callable(
      StoredApi stored, Api head, ApiMethod method, @Nullable SemanticVersion number) {
    var body = method.body();
    if (body == null || body.schema() == null || !body.hasFields()) {
      return head;
    }
    var schemas =
        SchemaClosure.of(
            SchemaClosure.references(body.schema()),
            names -> parts.schemas(new PartsOf(stored.id(), number), names));
    return head.with(all -> all.schemas = schemas);
  }

  private Held current() {
    long counter = changes.counter();
    Held now = held;
    if (now.counter != counter) {
      now = new Held(counter);
      held = now;
    }
    return now;
  }

  private record ApiKey(WorkspaceId workspace, String ref) {}

  private record MethodKey(
      WorkspaceId workspace, String ref, @Nullable String version, String method) {}

  private record TargetKey(MethodKey method, @Nullable String environment) {}

  /** A method that may be called, in the version that was asked for. */
  private record Found(
      StoredApi api, Api head, @Nullable SemanticVersion version, ApiMethod method) {}

  private static final class Held {
    final long counter;
    final Map<ApiKey, Optional<StoredApi>> kept = new ConcurrentHashMap<>();
    final Map<ApiKey, Optional<StoredApi>> shown = new ConcurrentHashMap<>();
    final Map<ApiKey, List<ApiVersion>> versions = new ConcurrentHashMap<>();
    final Map<ApiKey, Optional<Environment>> environments = new ConcurrentHashMap<>();
    final Map<MethodKey, Found> found = new ConcurrentHashMap<>();
    final Map<MethodKey, Map<String, JsonNode>> schemas = new ConcurrentHashMap<>();
    final Map<TargetKey, CallTarget> targets = new ConcurrentHashMap<>();

    Held(long counter) {
      this.counter = counter;
    }
  }
}
