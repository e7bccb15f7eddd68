# The image of gilbench: the service, its workers, and every other command.
#
#   docker build -t gilbench .
#   docker build -t gilbench --build-context dist=target .   # with what ./mvnw package has built here
#
# Base images: eclipse-temurin, pinned by the arguments below.

ARG JDK=eclipse-temurin:25-jdk
ARG JRE=eclipse-temurin:25-jre

# Builds the jar and its libraries from Maven Central.
FROM ${JDK} AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY wiremock wiremock
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -B -ntp -Dmaven.test.skip -Dspotless.check.skip package

# What a build makes, and nothing else.
FROM scratch AS dist
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/gilbench.jar gilbench.jar

# The program on its runtime: libraries, which seldom change, below the thin jar.
FROM ${JRE} AS program
WORKDIR /opt/gilbench
COPY --from=dist lib lib
COPY --from=dist gilbench.jar ./
COPY --chmod=755 docker/gilbench docker/health docker/train ./

# Serves a little of everything once and writes the AOT cache, on the virtual machine that will use it.
FROM program AS trained
RUN ./train

FROM program
COPY --from=trained /opt/gilbench/gilbench.aot ./
RUN mkdir /results && chown 10001:10001 /results
USER 10001:10001
WORKDIR /results
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=500ms CMD ["/opt/gilbench/health"]
ENTRYPOINT ["/opt/gilbench/gilbench"]
CMD ["serve", "--host", "0.0.0.0"]
