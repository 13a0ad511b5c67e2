package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;

/** Prepares each method of each definition once; a changed definition is another object. */
final class RequestPlans {

  private final Cache<Api, Cache<ApiMethod, RequestPlan>> plans =
      Caffeine.newBuilder().weakKeys().build();

  RequestPlan of(Api api, ApiMethod method) {
    return plans
        .get(api, _ -> Caffeine.newBuilder().weakKeys().build())
        .get(method, wanted -> new RequestPlan(api, wanted));
  }
}
