@echo off
rem The stanj tool of this installation on Windows. Untested: clients look for programs with the
rem suffix .exe there, which scripts cannot be; this is for use by hand.
setlocal
set "STANJ_RUN=%STANJ_JAVA%"
if not defined STANJ_RUN if exist "%JAVA_HOME%\bin\java.exe" set "STANJ_RUN=%JAVA_HOME%\bin\java.exe"
if not defined STANJ_RUN set "STANJ_RUN=java"
"%STANJ_RUN%" -XX:+UseSerialGC -Xshare:auto "-Dstanj.home=%~dp0.." -cp "%~dp0..\lib\*" org.stanj.cli.Main %*
exit /b %ERRORLEVEL%
