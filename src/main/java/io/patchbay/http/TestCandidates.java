package io.patchbay.http;

import io.patchbay.api.Api;
import io.patchbay.api.ApiEnvironment;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiService;
import io.patchbay.api.Customization;
import io.patchbay.api.StoredApi;
import io.patchbay.api.Verb;
import io.patchbay.common.Access;
import io.patchbay.http.CredentialTest.Candidate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds calls that show whether a credential is taken: they read, and need no inputs. */
@Component
class TestCandidates {

  private static final int MOST = 20;

  private final ApiService apis;

  TestCandidates(ApiService apis) {
    this.apis = apis;
  }

  /** Of these APIs, the plainest first. */
  List<Candidate> of(Access access, List<String> refs, String credential) {
    return refs.stream()
        .flatMap(ref -> apis.find(access, ref).stream())
        .flatMap(api -> of(api, credential))
        .limit(MOST)
        .toList();
  }

  /** The environment in which the API uses the credential; absent when it does so without one. */
  static @Nullable String environment(Api api, String credential) {
    if (api.auth().credentialName().filter(credential::equals).isPresent()) {
      return null;
    }
    return api.environments().entrySet().stream()
        .filter(environment -> names(environment.getValue(), credential))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static boolean names(ApiEnvironment environment, String credential) {
    return credential.equals(environment.credential());
  }

  private static Stream<Candidate> of(StoredApi stored, String credential) {
    var api = stored.api();
    var byApi =
        api.auth().credentialName().filter(credential::equals).isPresent()
            || api.environments().values().stream().anyMatch(e -> names(e, credential))
            || uses(api.customizations(), credential);
    return api.methods().stream()
        .filter(
            method -> byApi ? !method.isWithoutAuth() : uses(method.customizations(), credential))
        .filter(TestCandidates::readsWithoutInputs)
        .sorted(
            Comparator.comparing(ApiMethod::deprecated)
                .thenComparingInt(method -> method.path().length())
                .thenComparing(ApiMethod::name))
        .map(method ->
            new Candidate(
                stored.ref().toString(),
                method.name(),
                Objects.requireNonNullElse(method.title(), method.name()),
                method.verb().name(),
                method.path()));
  }

  static boolean readsWithoutInputs(ApiMethod method) {
    var reads = method.verb() == Verb.GET || method.verb() == Verb.HEAD;
    var body = method.body();
    return reads
        && (body == null || !body.required())
        && method.parameters().stream()
            .noneMatch(parameter -> parameter.required() && parameter.defaultValue() == null);
  }

  private static boolean uses(List<Customization> customizations, String credential) {
    return customizations.stream()
        .anyMatch(customization ->
            switch (customization) {
              case Customization.Credential other -> credential.equals(other.credential());
              case Customization.Sign sign -> credential.equals(sign.credential());
              default -> false;
            });
  }
}
