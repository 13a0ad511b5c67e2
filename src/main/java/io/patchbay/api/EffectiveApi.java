package io.patchbay.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.EffectiveSetting.From;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an API in one environment, and where it comes from: the environment's variables
 * win over the API's, what the API says for that environment wins over both.
 *
 * @param environment absent for what holds without one
 * @param exists whether the workspace has that environment; an API may speak of others
 * @param baseUrl with the variables filled in
 * @param credential its name
 * @param certificate the name of the client certificate that is shown
 * @param variables by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectiveApi(
    @Nullable String environment,
    boolean exists,
    EffectiveSetting baseUrl,
    EffectiveSetting credential,
    EffectiveSetting certificate,
    Map<String, EffectiveSetting> variables) {

  /**
   * Works it out.
   *
   * @param api as the workspace sees it
   * @param override what the API says for the environment
   * @param shared the variables of the environment
   */
  static EffectiveApi of(
      StoredApi api,
      @Nullable String environment,
      boolean exists,
      ApiEnvironment override,
      Map<String, String> shared) {
    var head = api.api();
    var values = variables(head, override, shared);
    var usualUrl = Addresses.of(head);
    var url = override.baseUrl() == null ? head.baseUrl() : override.baseUrl();
    var filled = Addresses.fill(url, values);
    return new EffectiveApi(
        environment,
        exists,
        new EffectiveSetting(
            filled,
            usualUrl,
            override.baseUrl() != null
                ? From.API_IN_ENVIRONMENT
                : filled.equals(usualUrl) ? From.API : From.ENVIRONMENT),
        credential(api, override),
        certificate(api, override),
        settings(head, override, shared));
  }

  /** What holds without an environment, as far as the API itself tells. */
  static EffectiveApi withoutEnvironment(Api api) {
    var url = Addresses.of(api);
    String credential = api.auth().credentialName().orElse(null);
    String certificate = api.certificateName().orElse(null);
    return new EffectiveApi(
        null,
        true,
        new EffectiveSetting(url, url, From.API),
        new EffectiveSetting(credential, credential, credential == null ? null : From.API),
        new EffectiveSetting(certificate, certificate, certificate == null ? null : From.API),
        settings(api, ApiEnvironment.NONE, Map.of()));
  }

  /** The values of all variables in an environment. */
  static Map<String, String> variables(
      Api api, ApiEnvironment override, Map<String, String> shared) {
    var values = new LinkedHashMap<>(api.variables());
    values.putAll(shared);
    values.putAll(override.variables());
    return values;
  }

  private static Map<String, EffectiveSetting> settings(
      Api api, ApiEnvironment override, Map<String, String> shared) {
    var settings = new LinkedHashMap<String, EffectiveSetting>();
    for (String name : new TreeSet<>(variables(api, override, shared).keySet())) {
      String usual = api.variables().get(name);
      settings.put(
          name,
          override.variables().containsKey(name)
              ? new EffectiveSetting(override.variables().get(name), usual, From.API_IN_ENVIRONMENT)
              : shared.containsKey(name)
                  ? new EffectiveSetting(shared.get(name), usual, From.ENVIRONMENT)
                  : new EffectiveSetting(usual, usual, From.API));
    }
    return settings;
  }

  private static EffectiveSetting credential(StoredApi api, ApiEnvironment override) {
    var share = api.share();
    if (share != null) {
      return share.credential() != null
          ? new EffectiveSetting(share.credential(), share.credential(), From.WORKSPACE)
          : new EffectiveSetting(null, null, share.withCredential() ? From.OWNER : null);
    }
    String usual = api.api().auth().credentialName().orElse(null);
    return override.credential() != null
        ? new EffectiveSetting(override.credential(), usual, From.API_IN_ENVIRONMENT)
        : new EffectiveSetting(usual, usual, usual == null ? null : From.API);
  }

  /** Where calls use what is the owner's, a guest is not told. */
  private static EffectiveSetting certificate(StoredApi api, ApiEnvironment override) {
    var share = api.share();
    if (share != null && share.withCredential()) {
      return new EffectiveSetting(null, null, null);
    }
    String usual = api.api().certificateName().orElse(null);
    return override.certificate() != null
        ? new EffectiveSetting(override.certificate(), usual, From.API_IN_ENVIRONMENT)
        : new EffectiveSetting(usual, usual, usual == null ? null : From.API);
  }
}
