using Complaints.Domain.Errors;
using Complaints.Warehouse.DuckDb.Generations;
using Complaints.Warehouse.DuckDb.Migrations;
using Microsoft.Extensions.Logging;

namespace Complaints.Warehouse.DuckDb.Loading;

/// <summary>What a load needs of its warehouse.</summary>
internal sealed record LoadEnvironment(
    GenerationStore Store,
    GenerationCache Cache,
    Migrator Migrator,
    TimeProvider Clock,
    ILogger Log)
{
    /// <summary>Loads write the tables of this program's schema only.</summary>
    /// <exception cref="UserException">There is no warehouse, or its schema is older.</exception>
    public void RefuseUnlessUpToDate()
    {
        GenerationPointer published = Store.PublishedOrRefuse();
        string path = Store.Whole(published);
        if (!Migrator.IsUpToDate(path))
        {
            throw new UserException(
                "The schema of the warehouse is older than this program.",
                where: path,
                expected: "a warehouse migrated by this program",
                fix: "run 'complaints migrate', then load again");
        }
    }
}
