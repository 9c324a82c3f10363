@echo off
rem The grader on Windows: finds a JDK, builds on first use and whenever the sources are newer, then runs the command.
setlocal EnableExtensions DisableDelayedExpansion
set "LEAST_JAVA=25"
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "CLI=%ROOT%\grader\cli\target"
set "WORKER=%ROOT%\grader\worker\target"
set "STATE=%ROOT%\.grader"
set "LOG=%STATE%\build.log"

call :find_jdk
if errorlevel 1 exit /b 6
call :bring_up_to_date
if errorlevel 1 exit /b 6
"%JDK%\bin\java.exe" @"%CLI%\grader.arguments" grader.cli.Main %*
exit /b %ERRORLEVEL%


:find_jdk
set "JDK="
if defined GRADER_JAVA_HOME (
  call :consider "%GRADER_JAVA_HOME%"
  if not defined JDK goto :say_unfit_wish
  exit /b 0
)
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined JDK exit /b 0
for /f "delims=" %%J in ('where java 2^>nul') do if not defined JDK call :consider "%%~dpJ.."
if defined JDK exit /b 0
for %%P in ("Java" "Eclipse Adoptium" "Microsoft" "Zulu" "Amazon Corretto") do (
  for /d %%H in ("%ProgramFiles%\%%~P\*") do if not defined JDK call :consider "%%~fH"
)
for /d %%H in ("%USERPROFILE%\.jdks\*" "%USERPROFILE%\.sdkman\candidates\java\*" "%USERPROFILE%\scoop\apps\*jdk*") do (
  if not defined JDK call :consider "%%~fH"
)
if not defined JDK goto :say_nothing_found
exit /b 0


rem Sets JDK if this folder is the home of a JDK that will do; reads its release file only.
:consider
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "FULL_VERSION="
for /f "usebackq tokens=1,2 delims==" %%A in ("%~1\release") do if "%%A"=="JAVA_VERSION" set "FULL_VERSION=%%~B"
if not defined FULL_VERSION exit /b 0
for /f "delims=.-+_ " %%V in ("%FULL_VERSION%") do if %%V GEQ %LEAST_JAVA% set "JDK=%~f1"
exit /b 0


:say_unfit_wish
>&2 echo grader: GRADER_JAVA_HOME does not name a JDK %LEAST_JAVA% or newer.
>&2 echo   "%GRADER_JAVA_HOME%"
>&2 echo Correct it, or unset it to let the grader search.
exit /b 1


:say_nothing_found
>&2 echo grader: found no JDK %LEAST_JAVA% or newer.
>&2 echo.
>&2 echo Looked for one in GRADER_JAVA_HOME, JAVA_HOME, java on the path, and the usual places:
>&2 echo Java, Eclipse Adoptium, Microsoft, Zulu and Amazon Corretto in "%ProgramFiles%"; .jdks, .sdkman and scoop in your home.
>&2 echo.
>&2 echo Install one of these:
>&2 echo   any system   Temurin %LEAST_JAVA% from https://adoptium.net
>&2 echo   winget       winget install EclipseAdoptium.Temurin.%LEAST_JAVA%.JDK
>&2 echo If you have one elsewhere: set GRADER_JAVA_HOME=C:\path\to\jdk
exit /b 1


:bring_up_to_date
call :is_ready
if not errorlevel 1 exit /b 0
if not exist "%STATE%" mkdir "%STATE%"
set "TOLD="

rem While a file is open for writing by one command processor, no other can open it: a lock that ends with its owner.
:wait_for_lock
set "OUTCOME="
3>&2 2>nul (9>"%STATE%\build.lock.windows" call :with_lock 2>&3)
if defined OUTCOME exit /b %OUTCOME%
if not defined TOLD >&2 echo waiting for another grader that is building ...
set "TOLD=1"
ping -n 2 127.0.0.1 >nul
goto :wait_for_lock


:with_lock
set "OUTCOME=0"
call :is_ready
if not errorlevel 1 exit /b 0
call :build
if errorlevel 1 (
  set "OUTCOME=1"
  exit /b 0
)
call :prepare
if errorlevel 1 set "OUTCOME=1"
exit /b 0


rem Ready when the sources look as they did before the last good build. There is no quick way here to ask for newer files.
:is_ready
if not exist "%CLI%\grader.arguments" exit /b 1
if not exist "%CLI%\grader.sources" exit /b 1
set "NOW=%TEMP%\grader-sources-%RANDOM%-%RANDOM%.txt"
call :list_sources "%NOW%"
fc /b "%NOW%" "%CLI%\grader.sources" >nul 2>&1
set "DIFFERENT=%ERRORLEVEL%"
del "%NOW%" >nul 2>&1
if not "%DIFFERENT%"=="0" exit /b 1
exit /b 0


rem Names, times and sizes of what the build depends on; also where the project and the JDK are.
:list_sources
(
  echo "%ROOT%" "%JDK%" "%FULL_VERSION%"
  for %%F in ("%ROOT%\pom.xml" "%ROOT%\grader\pom.xml") do echo %%~tzF "%%~fF"
  for %%M in (boot sandbox worker cli) do (
    for %%F in ("%ROOT%\grader\%%M\pom.xml") do echo %%~tzF "%%~fF"
    for /f "delims=" %%F in ('dir /s /b /a-d "%ROOT%\grader\%%M\src\main" 2^>nul') do echo %%~tzF "%%F"
  )
) >"%~1"
exit /b 0


:build
>&2 echo building the grader (once, about a minute) ...
if exist "%STATE%\build.unfinished" (
  for %%M in (boot sandbox worker cli) do if exist "%ROOT%\grader\%%M\target" rmdir /s /q "%ROOT%\grader\%%M\target"
)
if exist "%CLI%\lib" rmdir /s /q "%CLI%\lib"
if exist "%WORKER%\lib" rmdir /s /q "%WORKER%\lib"
if not exist "%CLI%" mkdir "%CLI%"
del "%CLI%\grader.sources" "%CLI%\grader.arguments" >nul 2>&1
type nul >"%STATE%\build.unfinished"
call :list_sources "%STATE%\build.sources"
call :run_maven >"%LOG%" 2>&1 <nul
if errorlevel 1 goto :say_build_failed
del "%STATE%\build.unfinished"
exit /b 0


:run_maven
setlocal
set "JAVA_HOME=%JDK%"
pushd "%ROOT%"
call .\mvnw.cmd -q -B package -pl grader/cli -am -Dmaven.test.skip=true -Dspotless.check.skip=true
set "OUTCOME=%ERRORLEVEL%"
popd
exit /b %OUTCOME%


:say_build_failed
>&2 echo grader: the build failed; its last lines:
>&2 powershell -NoProfile -Command "Get-Content -LiteralPath $env:LOG -Tail 20"
>&2 echo All of it is in "%LOG%"
exit /b 1


rem Writes the arguments for java, and makes the caches with which both JVMs start faster. All works without them, too.
:prepare
>&2 echo preparing it for fast starts ...
set "CACHE=%CLI%\grader.aot"
del "%CACHE%" "%CACHE%.new" "%WORKER%\worker.aot" "%WORKER%\controlled.aot" "%WORKER%\worker.rewritten" >nul 2>&1
if exist "%WORKER%\new" rmdir /s /q "%WORKER%\new"
mkdir "%WORKER%\new"
call :write_arguments
set "KATA="
for /d %%K in ("%ROOT%\katas\*") do if exist "%%K\stub" set "KATA=%%~nxK"
"%JDK%\bin\java.exe" "-Dgrader.worker.train=%WORKER%\new" @"%CLI%\grader.arguments" grader.cli.Main check "%KATA%" --submission stub --engine explore >"%LOG%" 2>&1 <nul
"%JDK%\bin\java.exe" "-XX:AOTCacheOutput=%CACHE%.new" "-Dgrader.worker.train=%WORKER%\new" @"%CLI%\grader.arguments" grader.cli.Main check "%KATA%" --submission stub >>"%LOG%" 2>&1 <nul
for %%C in (worker.aot controlled.aot worker.rewritten) do if exist "%WORKER%\new\%%C" move /y "%WORKER%\new\%%C" "%WORKER%\%%C" >nul 2>&1
if exist "%CACHE%.new" move /y "%CACHE%.new" "%CACHE%" >nul 2>&1
if exist "%CACHE%" call :write_arguments "-XX:AOTCache=%CACHE%"
"%JDK%\bin\java.exe" @"%CLI%\grader.arguments" grader.cli.Main --version >nul 2>&1
if errorlevel 1 call :write_arguments
copy /y "%STATE%\build.sources" "%CLI%\grader.sources" >nul
exit /b 0


rem In such a file a backslash stands for something else, so paths are written with slashes.
:write_arguments
set "CLASS_PATH=%CLI%\grader-cli.jar"
for %%L in ("%CLI%\lib\*.jar") do call set "CLASS_PATH=%%CLASS_PATH%%;%%L"
set "HOME_PATH=%ROOT%"
set "MORE=%~1"
(
  echo -XX:+UseSerialGC
  echo -XX:TieredStopAtLevel=1
  echo -XX:-UsePerfData
  echo -Xlog:disable
  echo -Xlog:all=off
  if defined MORE echo "%MORE:\=/%"
  echo "-Dgrader.home=%HOME_PATH:\=/%"
  echo -cp
  echo "%CLASS_PATH:\=/%"
) >"%CLI%\grader.arguments"
exit /b 0
