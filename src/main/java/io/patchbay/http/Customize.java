package io.patchbay.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.api.Customization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Applies the customizations of API, method and flow, in this order: to the request once, so that
 * repeats are the same, and to each answer.
 */
@Component
class Customize implements CallInterceptor {

  private final CustomizationTools tools;
  private final Cache<List<Customization>, CustomizationPlan> ofFlows =
      Caffeine.newBuilder().weakKeys().build();

  Customize(IdempotencyKeys keys, RequestSigner signer, CredentialChoice credentials) {
    this.tools = new CustomizationTools(keys, signer, credentials);
  }

  @Override
  public Answer intercept(Call call, Outgoing request, Next next) {
    if (call.plan().customizations().isEmpty() && call.request().customizations().isEmpty()) {
      return next.proceed(call, request);
    }
    var before = call.customized(request);
    var customized = before == null ? customized(call, request) : before;
    var answer = next.proceed(call, customized.request());
    for (var level : customized.after()) {
      answer = level.plan().after(answer, level.scope());
    }
    return answer;
  }

  private Customized customized(Call call, Outgoing request) {
    var asked = call.request();
    var draft = new RequestDraft(call, request, tools);
    var applied = new ArrayList<Customized.Applied>(3);
    for (var plan : call.plan().customizations()) {
      applied.add(apply(plan, draft, RequestPlan.scope(asked)));
    }
    if (!asked.customizations().isEmpty()) {
      var plan = ofFlows.get(asked.customizations(), all -> CustomizationPlan.of(Level.FLOW, all));
      applied.add(apply(plan, draft, asked.scope()));
    }
    applied.removeIf(one -> !one.plan().changesAnswers());
    var customized =
        new Customized(request, draft.outgoing(), draft.isKeyed(), List.copyOf(applied));
    call.customized(customized);
    return customized;
  }

  private static Customized.Applied apply(
      CustomizationPlan plan, RequestDraft draft, Map<String, @Nullable Object> scope) {
    var names = new HashMap<String, @Nullable Object>(scope);
    names.put("request", new RequestView(draft, seenBy(plan.level(), draft.call().request())));
    plan.before(draft, names);
    return new Customized.Applied(plan, names);
  }

  /** What its owners keep in the headers of an API is not for the flows of others. */
  private static Predicate<HeaderLine> seenBy(Level level, ApiRequest asked) {
    if (level != Level.FLOW || !asked.isGuest()) {
      return _ -> true;
    }
    return line -> !line.secret() || isOfFlow(line.origin());
  }

  private static boolean isOfFlow(@Nullable String origin) {
    return origin != null && (origin.equals("input") || origin.startsWith(Level.FLOW.word()));
  }
}
