package org.stanj.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.stanj.build.BuildFailure;
import org.stanj.build.ModelBuild;

/**
 * Compiles Stan programs: class files of the models, and for each a Java class with typed data and
 * draws, which the project compiles with its own sources.
 */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class CompileMojo extends AbstractMojo {
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private @Nullable MavenProject project;

  /** Folder of the programs; those in sub-folders come into sub-packages. */
  @Parameter(property = "stanj.programs", defaultValue = "${project.basedir}/src/main/stan")
  private @Nullable File programs;

  /** Where Java sources go. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/stan")
  private @Nullable File sources;

  /** Where class files go. */
  @Parameter(defaultValue = "${project.build.outputDirectory}")
  private @Nullable File classes;

  /** Java package of the classes. */
  @Parameter(property = "stanj.package", required = true)
  private @Nullable String packageName;

  /** Whether to do nothing. */
  @Parameter(property = "stanj.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("stanj.skip is set: no Stan programs are compiled");
      return;
    }
    Path generated = path(sources);
    ModelBuild build =
        new ModelBuild(
            path(programs),
            generated,
            path(classes),
            Objects.requireNonNull(packageName),
            getLog()::warn);
    try {
      List<Path> made = build.run();
      getLog().info("Compiled " + made.size() + " Stan programs of " + programs);
    } catch (BuildFailure e) {
      throw new MojoFailureException(e.getMessage());
    } catch (IOException e) {
      throw new MojoExecutionException("Stan programs cannot be compiled: " + e, e);
    }
    Objects.requireNonNull(project).addCompileSourceRoot(generated.toString());
  }

  private static Path path(@Nullable File file) {
    return Objects.requireNonNull(file).toPath();
  }
}
