package io.patchbay.rest;

import io.patchbay.account.Accesses;
import io.patchbay.account.CurrentUser;
import io.patchbay.common.Access;
import io.patchbay.common.UserId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives controllers the {@link Access} to the workspace that the path names, or the {@link UserId}
 * of who asks: no controller can forget to check the membership, as there is no other way in.
 */
class AccessResolver implements HandlerMethodArgumentResolver {

  static final String WORKSPACE = "workspace";

  private final Accesses accesses;
  private final CurrentUser currentUser;

  AccessResolver(Accesses accesses, CurrentUser currentUser) {
    this.accesses = accesses;
    this.currentUser = currentUser;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return (parameter.getParameterType() == Access.class
            || parameter.getParameterType() == UserId.class)
        && !parameter.hasParameterAnnotations();
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return parameter.getParameterType() == UserId.class
        ? currentUser.id()
        : accesses.current(workspace(request));
  }

  private static String workspace(NativeWebRequest request) {
    var variables =
        (Map<?, ?>)
            request.getAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    return String.valueOf(Objects.requireNonNull(variables).get(WORKSPACE));
  }
}
