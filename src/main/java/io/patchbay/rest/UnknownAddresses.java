package io.patchbay.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Below these addresses there are no pages: what no controller answers is not there. Without it the
 * pages would answer, as they do everywhere else.
 */
class UnknownAddresses extends AbstractHandlerMapping {

  private static final List<String> PREFIXES =
      List.of("/api/", "/hooks/", "/sample-api/", "/schemas/", "/health/");

  UnknownAddresses() {
    setOrder(10); // after all controllers, before the pages
  }

  @Override
  protected @Nullable Object getHandlerInternal(HttpServletRequest request)
      throws NoResourceFoundException {
    var path = request.getRequestURI();
    if (PREFIXES.stream().anyMatch(path::startsWith)) {
      throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
    }
    return null;
  }
}
