using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Engine.Output;
using DbUp.Support;
using Complaints.Polyfills.Tests.DuckDb;

namespace Complaints.Polyfills.Tests.DbUp;

/// <summary>Migrations on a real database: which scripts run, in which order, and what stays when one fails.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.OnDisk();
    private readonly string scripts;

    public UpgradeTests() => scripts = Directory.CreateDirectory(database.PathOf("sql")).FullName;

    public void Dispose() => database.Dispose();

    [Fact]
    public void Scripts_run_in_the_order_of_their_names_and_are_written_down()
    {
        Script("0002_fill.sql", "insert into t values (1);");
        Script("0001_make.sql", "create table t (a integer);");
        Script("notes.txt", "not a script");
        var result = Upgrade();
        Assert.Null(result.Error);
        Assert.True(result.Successful);
        Assert.Equal(["0001_make.sql", "0002_fill.sql"], result.Scripts.Select(script => script.Name));
        Assert.Equal(["0001_make.sql", "0002_fill.sql"], To().Build().GetExecutedScripts());
    }

    [Fact]
    public void Only_new_scripts_run()
    {
        Script("0001_make.sql", "create table t (a integer);");
        Assert.True(Upgrade().Successful);
        Assert.Empty(Upgrade().Scripts);
        Assert.False(To().Build().IsUpgradeRequired());

        Script("0002_fill.sql", "insert into t values (1);");
        Assert.Equal(["0002_fill.sql"], To().Build().GetScriptsToExecute().Select(script => script.Name));
        Assert.Equal(["0002_fill.sql"], Upgrade().Scripts.Select(script => script.Name));
        Assert.Equal(1L, database.Scalar("select count(*) from t"));
    }

    [Fact]
    public void A_failing_script_stops_the_upgrade_and_leaves_nothing_of_itself()
    {
        Script("0001_make.sql", "create table t (a integer);");
        Script("0002_fails.sql", "insert into t values (1); insert into no_such_table values (1);");
        Script("0003_never.sql", "create table never (a integer);");
        var result = Upgrade();
        Assert.False(result.Successful);
        Assert.Equal("0002_fails.sql", result.ErrorScript.Name);
        Assert.Contains("no_such_table", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal(["0001_make.sql"], result.Scripts.Select(script => script.Name));
        Assert.Equal(0L, database.Scalar("select count(*) from t"));
        Assert.Equal(0L, database.Scalar("select count(*) from duckdb_tables() where table_name = 'never'"));

        Script("0002_fails.sql", "insert into t values (2);");
        Assert.Equal(["0002_fails.sql", "0003_never.sql"], Upgrade().Scripts.Select(script => script.Name));
        Assert.Equal(2, database.Scalar("select a from t"));
    }

    [Fact]
    public void One_transaction_for_all_keeps_all_or_nothing()
    {
        Script("0001_make.sql", "create table t (a integer);");
        Script("0002_fails.sql", "insert into no_such_table values (1);");
        var result = To().WithTransaction().Build().PerformUpgrade();
        Assert.False(result.Successful);
        Assert.Empty(result.Scripts);
        Assert.Equal(0L, database.Scalar("select count(*) from duckdb_tables() where table_name = 't'"));
    }

    [Fact]
    public void A_rehearsal_keeps_nothing()
    {
        Script("0001_make.sql", "create table t (a integer);");
        Assert.True(To().WithTransactionAlwaysRollback().Build().PerformUpgrade().Successful);
        Assert.Equal(0L, database.Scalar("select count(*) from duckdb_tables() where table_name = 't'"));
    }

    [Fact]
    public void Variables_are_put_in_and_a_missing_one_is_named()
    {
        Script("0001_make.sql", "create table t as select '$who$' as v;");
        Assert.True(To().WithVariable("who", "Ada").Build().PerformUpgrade().Successful);
        Assert.Equal("Ada", database.Scalar("select v from t"));
        Script("0002_missing.sql", "select '$nobody$';");
        Assert.Contains("nobody", Upgrade().Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_that_run_always_are_not_written_down()
    {
        var always = new SqlScriptOptions { ScriptType = ScriptType.RunAlways, RunGroupOrder = 200 };
        UpgradeEngine Engine() => Target().WithScript("a_view", "create or replace view v as select 1 as a", always).Build();
        Assert.Single(Engine().PerformUpgrade().Scripts);
        Assert.Single(Engine().PerformUpgrade().Scripts);
        Assert.Empty(Engine().GetExecutedScripts());
    }

    [Fact]
    public void What_an_upgrade_lacks_is_named()
    {
        StandIn.OnlyHere();
        Assert.Contains("WithScripts", Assert.Throws<ArgumentException>(() => Target().Build()).Message, StringComparison.Ordinal);
        Assert.Contains("connection manager", Assert.Throws<ArgumentException>(() => new UpgradeEngineBuilder().Build()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_cannot_be_reached_says_why()
    {
        Script("0001_make.sql", "select 1;");
        Assert.True(To().Build().TryConnect(out var nothing));
        Assert.Empty(nothing);
        var engine = DeployChanges.To.DuckDb("Data Source=/no/such/folder/x.duckdb").WithScriptsFromFileSystem(scripts).Build();
        Assert.False(engine.TryConnect(out var message));
        Assert.Contains("/no/such/folder", message, StringComparison.Ordinal);
        Assert.False(engine.PerformUpgrade().Successful);
    }

    private void Script(string name, string contents) => File.WriteAllText(Path.Combine(scripts, name), contents);

    private UpgradeEngineBuilder Target() => DeployChanges.To.DuckDb(database.ConnectionString).LogTo(new NoOpUpgradeLog());

    private UpgradeEngineBuilder To() => Target().WithScriptsFromFileSystem(scripts).WithTransactionPerScript();

    private DatabaseUpgradeResult Upgrade() => To().Build().PerformUpgrade();
}
