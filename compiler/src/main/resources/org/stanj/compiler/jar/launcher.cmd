@echo off
rem A compiled Stan model: these lines start Java on the jar that follows them in this file. Untested.
setlocal
set "STANJ_RUN=%STANJ_JAVA%"
if not defined STANJ_RUN if exist "%JAVA_HOME%\bin\java.exe" set "STANJ_RUN=%JAVA_HOME%\bin\java.exe"
if not defined STANJ_RUN set "STANJ_RUN=java"
"%STANJ_RUN%" -XX:+UseSerialGC -Xshare:auto "-Dstanj.program=%~f0" -jar "%~f0" %*
exit /b %ERRORLEVEL%
