package io.patchbay.ui.designer.editing;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Customization;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.CustomizationStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Link;
import io.patchbay.ui.customizing.CustomizationKind;
import io.patchbay.ui.customizing.CustomizationWords;
import io.patchbay.ui.shell.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that changes how a call is made, in the order in which they apply.
 *
 * @param detail what it does, for example the names of its headers
 * @param icon that of its kind
 * @param origin where it comes from
 * @param step the id of its node on the canvas; absent for those of API and method
 */
public record AppliedCustomization(
    String name, String detail, Icons icon, Origin origin, @Nullable String step) {

  /** Where a customization comes from, first to last. */
  public enum Origin {
    API("from API"),
    METHOD("from method"),
    FLOW("this flow");

    private final String words;

    Origin(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** All that apply to a call, in their order: API, method, flow. */
  public static List<AppliedCustomization> of(Flow flow, CallStep call, MethodLookup lookup) {
    List<AppliedCustomization> all = new ArrayList<>();
    Optional<Api> api = lookup.api(call.api());
    Optional<ApiMethod> method = lookup.method(call);
    api.ifPresent(a -> addHeaders(all, a.headers(), Origin.API));
    method.ifPresent(m -> addHeaders(all, m.headers(), Origin.METHOD));
    api.ifPresent(a -> a.customizations().forEach(c -> all.add(of(c, Origin.API, null))));
    method.ifPresent(m -> m.customizations().forEach(c -> all.add(of(c, Origin.METHOD, null))));
    for (Link link : flow.links()) {
      if (link.isCable()
          && link.to().equals(call.id())
          && flow.step(link.from()).orElse(null) instanceof CustomizationStep step) {
        all.add(of(step.customization(), Origin.FLOW, step.id()));
      }
    }
    return all;
  }

  private static void addHeaders(
      List<AppliedCustomization> all, Map<String, String> headers, Origin origin) {
    if (!headers.isEmpty()) {
      all.add(
          new AppliedCustomization(
              headers.size() == 1 ? headers.keySet().iterator().next() : "Default headers",
              String.join(", ", headers.keySet()),
              Icons.LIST_PLUS,
              origin,
              null));
    }
  }

  private static AppliedCustomization of(
      Customization customization, Origin origin, @Nullable String step) {
    return new AppliedCustomization(
        CustomizationKind.label(customization),
        CustomizationWords.all(customization),
        CustomizationKind.of(customization).icon(),
        origin,
        step);
  }
}
